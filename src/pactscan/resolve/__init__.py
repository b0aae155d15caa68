"""From marks to nouns: values, clusters, speakers, statuses. Pure: no clock, disk or network."""
