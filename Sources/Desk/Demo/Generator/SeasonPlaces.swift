import Contract
import Vocabulary

/// Somewhere an action can take place: a priority district or a watch territory.
struct Site: Sendable {
  let name: String
  let district: String?
  let watch: String?
  /// Ranks in ``SeasonPlaces/communes``.
  let communes: [Int]
  let facilities: [String]
}

/// The places of a territory, as actions use them.
struct SeasonPlaces: Sendable {
  let communes: [Commune]
  let sites: [Site]
  let watchSites: [Site]
  /// For each commune, the ranks of its sites.
  let sitesOfCommune: [[Int]]
  /// Ranks of the communes that hold a site; all when none does.
  let hostCommunes: [Int]

  init(reference: ReferenceData) {
    let all = reference.communes
    var rank: [String: Int] = [:]
    for (index, commune) in all.enumerated() { rank[commune.insee] = index }
    let sites = reference.districts.compactMap { district -> Site? in
      let places = reference.communeCodes(of: district).compactMap { rank[$0] }
      return places.isEmpty
        ? nil
        : Site(
          name: district.name, district: district.code, watch: nil, communes: places,
          facilities: district.facilities.map(\.name).filter { $0.utf8.count <= 150 })
    }
    watchSites = reference.watchTerritories.compactMap { territory -> Site? in
      let places = territory.communes.compactMap { name in
        reference.commune(named: name).flatMap { rank[$0.insee] }
      }
      return places.isEmpty
        ? nil
        : Site(
          name: territory.name, district: nil, watch: territory.code, communes: places,
          facilities: [])
    }
    communes = all
    self.sites = sites
    sitesOfCommune = all.indices.map { commune in
      sites.indices.filter { sites[$0].communes.contains(commune) }
    }
    let hosts = all.indices.filter { index in sites.contains { $0.communes.contains(index) } }
    hostCommunes = hosts.isEmpty ? Array(all.indices) : hosts
  }
}

/// Where one action takes place.
struct PlaceDraft {
  /// Name by which titles call the place.
  let name: String
  /// Ranks of the communes.
  let communes: [Int]
  let districts: [String]
  let watch: [String]
  let facilities: [String]

  /// The kinds of territory it touches; the whole territory always counts.
  var kinds: Set<TerritoryKind> {
    var kinds: Set<TerritoryKind> = [.whole]
    if !districts.isEmpty { kinds.insert(.priorityDistrict) }
    if !watch.isEmpty { kinds.insert(.watch) }
    return kinds
  }
}

extension SeasonPlaces {
  /// Draws one to three districts, near the applicant's seat more often than not.
  func draw(near home: Int, _ random: inout SplitMix64) -> PlaceDraft {
    guard !sites.isEmpty else {
      return PlaceDraft(
        name: communes[home].name, communes: [home], districts: [], watch: [], facilities: [])
    }
    let nearby = sitesOfCommune[home]
    var chosen: [Int] = []
    let wanted = [1, 1, 1, 1, 1, 1, 1, 2, 2, 3][random.below(10)]
    for turn in 0..<wanted {
      let stays = !nearby.isEmpty && (turn == 0 || random.happens(percent: 60))
      let site = stays ? random.pick(nearby) : random.below(sites.count)
      if !chosen.contains(site) { chosen.append(site) }
    }
    return place(chosen.map { sites[$0] }, &random)
  }

  /// Draws a watch territory; `nil` when there is none.
  func drawWatch(_ random: inout SplitMix64) -> PlaceDraft? {
    watchSites.isEmpty ? nil : place([random.pick(watchSites)], &random)
  }

  private func place(_ sites: [Site], _ random: inout SplitMix64) -> PlaceDraft {
    var places: [Int] = []
    var facilities: [String] = []
    for site in sites {
      let commune = random.pick(site.communes)
      if !places.contains(commune) { places.append(commune) }
      for name in random.sample(site.facilities, random.below(3)) where !facilities.contains(name) {
        facilities.append(name)
      }
    }
    return PlaceDraft(
      name: sites[0].name, communes: places, districts: sites.compactMap(\.district),
      watch: sites.compactMap(\.watch), facilities: facilities)
  }
}
