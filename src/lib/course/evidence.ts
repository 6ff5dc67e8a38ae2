import type { EvidenceKind } from './course.ts';
import type { Language, Text } from './language.ts';

/** What kind of knowledge a statement is. Shown with every statement of substance. */
const labels: Record<EvidenceKind, Text> = {
	theory: { nl: 'Theorie', en: 'Theory' },
	experiment: { nl: 'Experiment', en: 'Experiment' },
	observation: { nl: 'Observatie', en: 'Observation' },
	case: { nl: 'Casus', en: 'Case' },
	fictional: { nl: 'Fictieve casus', en: 'Fictional case' },
	'own-account': { nl: 'Eigen opgave', en: 'Own account' }
};

export const evidenceKinds = Object.keys(labels);

export function isEvidence(kind: string): kind is EvidenceKind {
	return evidenceKinds.includes(kind);
}

export function evidenceLabel(kind: EvidenceKind, language: Language): string {
	return labels[kind][language];
}
