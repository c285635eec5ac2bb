# Tag sets: the editor, files, migration.
