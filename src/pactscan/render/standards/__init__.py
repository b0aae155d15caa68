"""Reports in the words of others: W3C Web Annotation, schema.org, IPTC ninjs, FollowTheMoney; see docs/standards.md for what is lost."""
