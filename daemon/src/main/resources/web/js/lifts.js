// The lifts that a person can choose.

export const LIFTS = ['deadlift-conventional', 'deadlift-sumo', 'deadlift-trap-bar', 'deadlift-deficit', 'deadlift-block', 'romanian-deadlift', 'squat', 'bench-press', 'row', 'overhead-press', 'good-morning'];
