"""The forum of an institution (forumi bashkëqeverisës): who belongs to it, what it is owed, and what it was told."""
