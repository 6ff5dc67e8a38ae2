import { inBoth } from '../words.ts';

/** Figures that the code really uses, so that the words cannot say another number. */
export type Facts = {
	/** After how long an account that nobody uses is warned: "2 jaar". */
	unused: string;
	/** Days between that warning and erasing. */
	notice: number;
	/** Days between two reminders of managers. */
	nudge: number;
	/** From how many people on a group is counted together. */
	together: number;
	/** How many people at most are named as needing their manager. */
	named: number;
	/** From how many people on there are figures about a question. */
	asked: number;
};

/** The note for the works council. Neutral: nobody is addressed. */
export const council = inBoth({
	nl: {
		title: 'Notitie voor de ondernemingsraad',
		lead: 'Wat de cursus Bij het begin van medewerkers bewaart, wat managers daarvan zien en wat niet.',
		parts: (f: Facts) => [
			{
				title: 'Waarom deze notitie',
				text: [
					'De organisatie wil de cursus Bij het begin gebruiken. De cursus bewaart gegevens van wie meedoet, en managers van een groep zien een deel daarvan.',
					'Artikel 27, eerste lid, van de Wet op de ondernemingsraden noemt onder k regelingen over het verwerken en beschermen van persoonsgegevens van medewerkers, en onder l regelingen over voorzieningen die gericht zijn op of geschikt zijn voor het waarnemen van of controle op hun aanwezigheid, gedrag of prestaties. Voor zulke regelingen heeft de ondernemingsraad instemmingsrecht. Of dat hier geldt, beoordelen de organisatie en de ondernemingsraad zelf.',
					'De feiten hieronder horen bij de programmatuur zoals ze nu draait. Een nieuw soort gegeven komt niet door de tests van de cursus zonder een regel op de privacypagina.'
				]
			},
			{
				title: 'Wat een manager ziet',
				text: [
					'Een manager ziet alleen de groepen die hij of zij zelf leidt. Van elke deelnemer daarin:'
				],
				points: [
					'de naam, en sinds wanneer iemand meedoet;',
					'hoeveel lessen en quizzen gedaan zijn, van hoeveel, en op welke dag de hele cursus klaar was;',
					'of iemand op schema ligt, achterloopt, niet begonnen is of klaar is. Het schema is een rechte lijn van de eerste naar de laatste dag;',
					`een reden om contact op te nemen: zeven dagen niet begonnen, een of meer hele weken achter, of voorbij de laatste dag. Hoogstens ${f.named} namen tegelijk, op alfabet; zijn het er meer, dan staan er de mensen bij wie het het langst duurt;`,
					'een eigen laatste dag, een extra poging of een vrijstelling, met de reden van wie die gaf. Wie een extra poging geeft, weet dus dat er geen meer over was;',
					`of en wanneer de laatste herinnering ging, en of iemand herinneringen heeft uitgezet. Hoogstens één herinnering in ${f.nudge} dagen, wie er ook om vraagt;`,
					'een oefening die de deelnemer zelf deelt, zoals ze was op het moment van delen, en tot de deelnemer daarmee stopt;',
					'alleen als een groep zo is ingesteld én de deelnemer er zelf mee instemt: in welke band een quiz gehaald is. Standaard is dat niet zo, en zonder instemming verandert er niets.'
				],
				after: [
					`Over de groep samen, vanaf ${f.together} mensen: hoeveel mensen elk deel begonnen en afmaakten, wat er na dertig dagen is blijven hangen, en welke onderwerpen goed of minder goed gaan. Wat over antwoorden gaat, wordt opgeteld met ${f.together} nieuwe mensen tegelijk en nooit meer kleiner. Twee cijfers van elkaar aftrekken zegt dus niets over één persoon.`,
					'De deelnemer ziet op de pagina ‘Wat ziet mijn manager?’ dezelfde regel als de manager: dezelfde berekening maakt ze allebei. Die regel staat ook al op de pagina waarop iemand nog moet besluiten om mee te doen.'
				]
			},
			{
				title: 'Wat een manager nooit ziet',
				points: [
					'antwoorden, fouten, punten en hoe zeker iemand van een antwoord was;',
					'voorspellingen, notities en markeringen;',
					'het strategiecanvas, behalve een oefening die de deelnemer zelf deelt;',
					'de als-danplannen, en wat daarvan gekomen is;',
					'wat collega’s bij een tweede blik over elkaar schrijven, en wie dat waren;',
					'wanneer, hoe vaak en hoe lang iemand inlogt, en met welk apparaat;',
					'iets van mensen buiten de eigen groepen.'
				],
				after: [
					`Een beheerder ziet van elke vraag hoe ze het doet: hoeveel mensen haar goed hadden en wat er gekozen werd, over minstens ${f.asked} mensen samen, van alle groepen. Zo’n cijfer verschuift pas als er ${f.together} mensen meer of minder in zitten. Van wie een antwoord was, is er niet uit te halen. Antwoorden op naam ziet een beheerder alleen als de deelnemer zelf vraagt om een antwoord na te kijken.`
				]
			},
			'not-done',
			{
				title: 'Wat deelnemers zelf kunnen',
				points: [
					'alles bekijken, downloaden en wissen wat van hen bewaard wordt, zonder het iemand te vragen;',
					'een groep verlaten: de manager ziet dan meteen niets meer. De eigen voortgang blijft;',
					'stoppen met delen, en herinneringen van de manager uitzetten;',
					'vragen of een mens naar een beoordeling van een antwoord kijkt;',
					'kiezen of de naam bij het certificaat staat, en of het certificaat blijft als het account gewist wordt. De naam staat er niet bij tot de deelnemer dat aanzet.'
				]
			},
			{
				title: 'Hoe lang',
				points: [
					'Een account blijft tot de deelnemer het wist.',
					`Wie een account ${f.unused} niet gebruikt, krijgt daarover een mail. Minstens ${f.notice} dagen later wordt het gewist, tenzij de eigenaar inlogt.`,
					'Verstuurde mails worden na dertig dagen vergeten.',
					'Wie wat besliste, blijft staan onder een schuilnaam. Na het wissen van een account is niet meer te zien wie het was.',
					'Wat van een groep is opgeteld, blijft opgeteld. Daarin staat geen naam.'
				]
			},
			{
				title: 'Waar het op aankomt',
				text: ['De cursus kan niet alles zelf regelen. Dit vraagt een afspraak:'],
				points: [
					'Een manager ziet per persoon wat gedaan is. Dat kan gebruikt worden bij een beoordeling. De cursus kan dat niet verhinderen.',
					'In een kleine groep weet de manager van ieder hoe ver die is. Over antwoorden zegt dat niets.',
					'Instemmen of delen is vrijwillig, maar in een arbeidsverhouding is weigeren niet altijd makkelijk. Daarom hangt er in de cursus niets van af.',
					'Wie de server beheert, kan technisch bij de database. Wie dat is en wat die persoon mag, hoort vast te liggen.'
				]
			}
		],
		questionsTitle: 'In te vullen door de organisatie',
		questions: [
			'Is de cursus verplicht of vrijwillig? En gebeurt het in werktijd?',
			'Waarvoor mogen managers gebruiken wat ze zien, en waarvoor niet? Telt de cursus mee bij een beoordeling?',
			'Wie wordt manager van een groep, en wie beheerder? Wie besluit daarover?',
			'Mogen groepen zo worden ingesteld dat managers om banden vragen?',
			'Waar draait de cursus, wie beheert de server, en hoe lang blijven reservekopieën bestaan?',
			'Bij wie kan een medewerker terecht met een vraag of klacht?',
			'Wanneer bekijken organisatie en ondernemingsraad samen hoe het gaat?'
		]
	},
	en: {
		title: 'Note for the works council',
		lead: 'What the course Bij het begin keeps of employees, what managers see of it and what they do not.',
		parts: (f: Facts) => [
			{
				title: 'Why this note',
				text: [
					'The organisation wants to use the course Bij het begin. The course keeps data of those who take part, and managers of a group see some of it.',
					'Article 27(1) of the Dutch Works Councils Act (WOR) mentions under k arrangements about processing and protecting personal data of employees, and under l arrangements about facilities that are meant for, or suitable for, observing or checking their attendance, behaviour or performance. For such arrangements the works council has a right of consent. Whether that applies here is for the organisation and the works council to judge.',
					'The facts below belong to the software as it runs now. A new kind of data does not pass the tests of the course without a line on the privacy page.'
				]
			},
			{
				title: 'What a manager sees',
				text: ['A manager sees only the groups that he or she leads. Of each participant in them:'],
				points: [
					'the name, and since when somebody takes part;',
					'how many lessons and quizzes are done, of how many, and on which day the whole course was finished;',
					'whether somebody is on schedule, behind, not started or finished. The schedule is a straight line from the first day to the last;',
					`a reason to get in touch: not started for seven days, one or more whole weeks behind, or past the last day. At most ${f.named} names at once, in alphabetical order; if there are more, the people with whom it has lasted longest are named;`,
					'a last day of one’s own, one more try or an exemption, with the reason of whoever gave it. So whoever gives one more try knows that none was left;',
					`whether and when the last reminder went, and whether somebody turned reminders off. At most one reminder in ${f.nudge} days, whoever asks for it;`,
					'an exercise that participants share themselves, as it was at the moment of sharing, and until they stop sharing it;',
					'only if a group is set up like that and participants themselves agree: in which band a quiz was passed. By default this is not so, and without agreement nothing changes.'
				],
				after: [
					`About the group together, from ${f.together} people on: how many people began and completed each part, what is still known after thirty days, and which subjects go well or less well. What is about answers is added up ${f.together} new people at a time and never becomes less. So subtracting two figures says nothing about one person.`,
					'On the page “What does my manager see?” participants see the same line as the manager: one calculation makes both. That line is also on the page on which somebody has yet to decide to take part.'
				]
			},
			{
				title: 'What a manager never sees',
				points: [
					'answers, mistakes, points and how sure somebody was of an answer;',
					'predictions, notes and marks;',
					'the strategy canvas, except an exercise that participants share themselves;',
					'if-then plans, and what became of them;',
					'what colleagues write about each other in a second look, and who they were;',
					'when, how often and how long somebody is signed in, and with which device;',
					'anything of people outside their own groups.'
				],
				after: [
					`An administrator sees of every question how it is doing: how many people had it right and what was chosen, over at least ${f.asked} people together, of all groups. Such a figure moves only when ${f.together} people more or fewer are in it. Whose answer was which cannot be worked out from it. An administrator sees answers by name only when participants themselves ask to have an answer looked at.`
				]
			},
			'not-done',
			{
				title: 'What participants can do themselves',
				points: [
					'see, download and erase everything that is kept of them, without asking anybody;',
					'leave a group: the manager then sees nothing any more, at once. Their own progress stays;',
					'stop sharing, and turn off reminders from the manager;',
					'ask a human being to look at how an answer was marked;',
					'choose whether their name is on the certificate, and whether the certificate stays when the account is erased. The name is not on it until they turn that on.'
				]
			},
			{
				title: 'How long',
				points: [
					'An account stays until the participant erases it.',
					`Whoever does not use an account for ${f.unused} gets a mail about it. At least ${f.notice} days later it is erased, unless its owner signs in.`,
					'Mails that went out are forgotten after thirty days.',
					'Who decided what stays under a pseudonym. Once an account is erased nobody can see who it was.',
					'What was added up of a group stays added up. There is no name in it.'
				]
			},
			{
				title: 'What it depends on',
				text: ['The course cannot arrange everything by itself. This needs an agreement:'],
				points: [
					'A manager sees per person what is done. That could be used in an appraisal. The course cannot prevent it.',
					'In a small group the manager knows of each person how far they are. It says nothing about answers.',
					'Agreeing and sharing are voluntary, but in an employment relationship refusing is not always easy. That is why nothing in the course depends on it.',
					'Whoever runs the server can technically reach the database. Who that is, and what they may do, should be laid down.'
				]
			}
		],
		questionsTitle: 'For the organisation to fill in',
		questions: [
			'Is the course compulsory or voluntary? And is it done in working hours?',
			'What may managers use what they see for, and what not? Does the course count in an appraisal?',
			'Who becomes manager of a group, and who administrator? Who decides about that?',
			'May groups be set up so that managers ask for bands?',
			'Where does the course run, who runs the server, and how long do backups exist?',
			'Whom can an employee turn to with a question or complaint?',
			'When do the organisation and the works council look together at how it goes?'
		]
	}
});
