"""Lists a season: file, instant of deposit, outcome and findings expected, separated by tabs.

Emploi : attendus.py SAISON.yaml
"""

import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    season = yaml.safe_load(file)
for one in season["dossiers"]:
    findings = ",".join(sorted(one["constats"])) or "-"
    print(one["fichier"], one["depose_le"], one["attendu"], findings, sep="\t")
