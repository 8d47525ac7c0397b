"""The theme of a project: what lies in theme/, judged and frozen."""
