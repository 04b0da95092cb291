"""Refuses a JSON file that its schema does not accept.

Emploi : json_valide.py SCHEMA.json FICHIER.json
"""

import json
import sys
from pathlib import Path

from jsonschema.validators import validator_for


def faults(schema_file: Path, file: Path) -> list[str]:
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    document = json.loads(file.read_text(encoding="utf-8"))
    return [f"{error.json_path} : {error.message}" for error in kind(schema).iter_errors(document)]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    seen = faults(Path(sys.argv[1]), Path(sys.argv[2]))
    print(*seen[:20], sep="\n", end="\n" if seen else "")
    sys.exit(1 if seen else 0)
