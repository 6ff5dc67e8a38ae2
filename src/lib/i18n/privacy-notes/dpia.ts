import { inBoth } from '../words.ts';
import type { Facts } from './council.ts';

/** What somebody who makes a data protection impact assessment finds ready. The tables come from the register. */
export const dpia = inBoth({
	nl: {
		title: 'Bouwsteen voor een DPIA',
		lead: 'Welke persoonsgegevens de cursus Bij het begin verwerkt, waarvoor, hoe ze beschermd zijn en welke risico’s blijven.',
		intro: {
			title: 'Waarvoor dit document is',
			text: [
				'Een gegevensbeschermingseffectbeoordeling (DPIA, artikel 35 AVG) is nodig als een verwerking waarschijnlijk een hoog risico geeft voor de mensen om wie het gaat. De Autoriteit Persoonsgegevens houdt een lijst bij van verwerkingen waarvoor dat in elk geval geldt. Of deze cursus daaronder valt, hangt af van hoe de organisatie haar gebruikt.',
				'Dit document beschrijft wat de programmatuur doet. De organisatie is verantwoordelijk voor de verwerking en vult aan wat alleen zij weet; daarvoor staan aan het eind vragen.',
				'De tabellen komen woordelijk uit de privacypagina, waar ‘je’ de deelnemer is. Bij elk gegeven staat in welke kolommen van de database het staat.'
			]
		},
		activitiesTitle: 'Verwerkingen',
		activities: {
			access: {
				title: 'Toegang',
				text: 'Mensen herkennen, binnenlaten en beschermen tegen misbruik van hun account.'
			},
			learning: {
				title: 'Leren',
				text: 'De cursus geven: antwoorden nakijken, voortgang berekenen, laten verdergaan en herhalen.'
			},
			groups: {
				title: 'Groepen',
				text: 'Mensen in een groep laten meedoen en hun manager laten zien hoe ver de groep is.'
			},
			sharing: {
				title: 'Delen met anderen',
				text: 'Een manager of een collega laten reageren op wat iemand zelf voorlegt.'
			},
			contact: {
				title: 'Contact',
				text: 'Mails sturen waar iemand om vroeg of die bij de cursus horen, en niet vaker dan afgesproken.'
			},
			certificate: {
				title: 'Certificaat',
				text: 'Laten zien dat iemand de cursus heeft afgerond, en anderen dat laten nakijken.'
			},
			accountability: {
				title: 'Verantwoording',
				text: 'Achteraf kunnen nagaan wie wat over wie besloot.'
			}
		},
		basesTitle: 'Grondslagen',
		basesText: [
			'Bij elk gegeven staat de grondslag die het best lijkt te passen. De eigen jurist van de organisatie beslist, want het hangt af van de reden waarom mensen de cursus volgen. Voor een overheidsorganisatie kan een andere grondslag nodig zijn, zoals een taak van algemeen belang.',
			'Toestemming van een werknemer aan een werkgever is zelden vrij. Daarom staat ze alleen bij wat uit staat tot iemand erom vraagt, waarvan verder niets afhangt en wat altijd weer uit kan.'
		],
		bases: {
			contract:
				'Uitvoering van een overeenkomst (artikel 6, eerste lid, onder b, AVG): zonder dit gegeven kan de cursus niet gegeven worden aan wie meedoet.',
			interest:
				'Gerechtvaardigd belang (onder f): de organisatie heeft er een belang bij, zoals veiligheid of begeleiding, en neemt niet meer dan daarvoor nodig is. De afweging tegen de belangen van de deelnemer hoort bij de organisatie.',
			consent: 'Toestemming (onder a): de deelnemer kiest het zelf, en kan er altijd mee stoppen.'
		},
		dataTitle: 'Gegevens',
		othersTitle: 'Kolommen die niets over een persoon zeggen',
		othersText:
			'Kenmerken van groepen, vragen en optellingen. In het register staat van elke kolom dat ze bij geen persoon hoort.',
		measuresTitle: 'Maatregelen',
		measures: (f: Facts) => [
			'Van wachtwoorden wordt alleen een afdruk met argon2id bewaard. Een wachtwoord heeft minstens 15 tekens. Na vijf foute pogingen duurt elke volgende langer.',
			'Van een sessie staat alleen een afdruk in de database: wie de tabel leest, komt er niet mee binnen. Een sessie van een deelnemer eindigt na hoogstens dertig dagen, die van een manager of beheerder na twaalf uur.',
			'Er is een tweede stap bij het inloggen, met codes van een app. Het geheim daarachter is versleuteld. Wie via het inlogsysteem van de organisatie binnenkomt, doet de tweede stap daar.',
			'Elke pagina is dicht tot er een regel is die zegt voor wie ze is. Een manager vindt alleen eigen groepen; wat van een ander is, bestaat voor wie ernaar vraagt niet. Tests proberen elke pagina en elk formulier als elke rol.',
			'Het logboek van besluiten kan alleen groeien: de database zelf weigert een regel te veranderen of te wissen. Er staan schuilnamen in en niets wat iemand typte.',
			`Groepen worden pas vanaf ${f.together} mensen samen geteld. Wat over antwoorden gaat, wordt opgeteld met ${f.together} nieuwe mensen tegelijk, wordt nooit minder en telt iedereen één keer.`,
			'Een gedeelde oefening is een momentopname. Intrekken werkt bij het eerstvolgende verzoek.',
			'Downloaden en wissen doen deelnemers zelf. Na het wissen staat er nergens nog een naam, adres of tekst van hen; van een certificaat en van een besluit blijft alleen wat geen naam draagt.',
			'Verstuurde mails worden na dertig dagen vergeten. Links in een mail om binnen te komen werken één keer.',
			`Een account dat ${f.unused} niet gebruikt is, wordt gewist, minstens ${f.notice} dagen na een mail daarover.`,
			'Adressen van computers worden alleen als afdruk geteld, hoogstens een dag, om raden en misbruik te stoppen.',
			'Er komt niets van andere servers, en pagina’s mogen alleen eigen code uitvoeren.',
			'Logregels van de server bevatten geen antwoorden of teksten, wel het nummer van een account. In een foutmelding van een mailserver kan een adres staan.'
		],
		rightsTitle: 'Rechten van deelnemers',
		rights: [
			'Inzage, meenemen en wissen: zelf, op de pagina ‘Mijn gegevens’. Het bestand is er als JSON en als CSV.',
			'Verbeteren: naam en taal op ‘Mijn account’; een beoordeling van een antwoord met een verzoek dat een beheerder beslist.',
			'Bezwaar en beperken: uit een groep stappen, stoppen met delen, herinneringen uitzetten. Al het andere loopt via de organisatie.',
			'Geen besluit zonder mens: de cursus neemt geen besluiten met gevolgen voor mensen. Wat de organisatie met een certificaat doet, beslist zij.'
		],
		risksTitle: 'Risico’s',
		risksText:
			'De inschatting geldt voor de programmatuur zoals ze is. Hoe de organisatie haar gebruikt, kan een risico groter of kleiner maken.',
		risks: (f: Facts) => [
			{
				risk: 'In een kleine groep is een cijfer over de groep een cijfer over een persoon.',
				weight: 'Kans klein, gevolg beperkt.',
				limits: `Onder de ${f.together} mensen is er geen cijfer over de groep. Optellingen over antwoorden groeien met ${f.together} mensen tegelijk.`,
				left: 'Wat iemand af heeft, ziet de manager per persoon, in elke groep. Wie met vier bekenden in een optelling zit, kan over de anderen iets vermoeden.'
			},
			{
				risk: 'Iemand voelt druk om in te stemmen, te delen of mee te doen.',
				weight: 'Kans redelijk, omdat er een arbeidsverhouding is; gevolg beperkt tot groot.',
				limits:
					'Delen en instemmen staan uit tot de deelnemer dat aanzet, tonen vooraf wat de ander ziet, en zijn terug te draaien. Voortgang en certificaat hangen er niet van af.',
				left: 'Of iemand echt nee kan zeggen, hangt af van de organisatie. Een manager ziet wel wie iets deelt, en dus ook wie niet.'
			},
			{
				risk: 'Een manager gebruikt voortgang om iemand te beoordelen of onder druk te zetten.',
				weight: 'Kans redelijk, gevolg groot.',
				limits: `Geen antwoorden, tijden, scores of ranglijst. De deelnemer ziet dezelfde regel. Herinneringen gaan hoogstens eens in de ${f.nudge} dagen en kunnen uit. Wat een manager voor of over iemand doet, staat in het logboek, en de deelnemer leest het mee.`,
				left: 'De cursus kan gebruik buiten het scherm niet verhinderen. Dat vraagt een afspraak en toezicht.'
			},
			{
				risk: 'Iemand wordt herkend achter een schuilnaam, een optelling of een tweede blik.',
				weight: 'Kans klein, gevolg beperkt.',
				limits:
					'Schuilnamen zijn een afdruk van een willekeurig nummer, dat met het account verdwijnt. Wie een tweede blik geeft of vraagt, leest geen namen.',
				left: 'Wie iemands schrijfstijl kent, kan raden. De cursus zegt dat vooraf. Wie een oude reservekopie heeft, kan een schuilnaam herleiden.'
			},
			{
				risk: 'Gegevens lekken uit: de server, een reservekopie, een mailbox of een gestolen wachtwoord.',
				weight: 'Kans klein bij goed beheer, gevolg beperkt tot groot.',
				limits:
					'Afdrukken in plaats van wachtwoorden en sessies, een tweede stap, korte sessies voor wie anderen ziet, links die één keer werken, weinig gegevens en een einde aan ongebruikte accounts.',
				left: 'Antwoorden en teksten zijn leesbaar voor wie bij de database kan. Beheer van server en reservekopieën ligt bij de organisatie.'
			},
			{
				risk: 'Voortgang of een beoordeling klopt niet, en iemand heeft daar last van.',
				weight: 'Kans klein, gevolg beperkt.',
				limits:
					'Voortgang wordt steeds uit de antwoorden zelf berekend. Elke beoordeling wordt uitgelegd en kan aan een mens worden voorgelegd. Na een fout worden punten alleen bijgegeven, nooit afgenomen, en de deelnemer krijgt bericht.',
				left: 'Wat een manager intussen gezien heeft, is gezien.'
			}
		],
		questionsTitle: 'In te vullen door de organisatie',
		questions: [
			'Wie is verwerkingsverantwoordelijke, en wie beheert de server? Is er een verwerkersovereenkomst?',
			'Waarom volgen medewerkers de cursus, en is dat verplicht? Welke grondslag volgt daaruit?',
			'Hoe zijn de gerechtvaardigde belangen afgewogen tegen die van deelnemers?',
			'In welk land staan server, reservekopieën en mailserver? Hoe lang bestaan reservekopieën?',
			'Wie zijn beheerder en managers, en wat is met hen afgesproken over gebruik van de gegevens?',
			'Wat is de procedure bij een datalek, en wie meldt het?',
			'Wat zeggen deelnemers of hun vertegenwoordigers over deze verwerking?',
			'Wat adviseert de functionaris gegevensbescherming?',
			'Besluit, datum en wanneer dit opnieuw bekeken wordt:'
		]
	},
	en: {
		title: 'Building block for a DPIA',
		lead: 'Which personal data the course Bij het begin processes, what for, how they are protected and which risks remain.',
		intro: {
			title: 'What this document is for',
			text: [
				'A data protection impact assessment (DPIA, Article 35 GDPR) is needed when a kind of processing is likely to result in a high risk to the people concerned. The Dutch supervisory authority keeps a list of processing for which that holds in any case. Whether this course is among them depends on how the organisation uses it.',
				'This document describes what the software does. The organisation is responsible for the processing and adds what only it knows; there are questions for that at the end.',
				'The tables come word for word from the privacy page, where “you” is the participant. With each piece of data it says in which columns of the database it is.'
			]
		},
		activitiesTitle: 'Processing activities',
		activities: {
			access: {
				title: 'Access',
				text: 'Recognising people, letting them in and protecting them against misuse of their account.'
			},
			learning: {
				title: 'Learning',
				text: 'Giving the course: marking answers, working out progress, letting people go on and review.'
			},
			groups: {
				title: 'Groups',
				text: 'Letting people take part in a group and showing their manager how far the group is.'
			},
			sharing: {
				title: 'Sharing with others',
				text: 'Letting a manager or a colleague respond to what somebody puts before them.'
			},
			contact: {
				title: 'Contact',
				text: 'Sending mails that somebody asked for or that belong to the course, and no more often than agreed.'
			},
			certificate: {
				title: 'Certificate',
				text: 'Showing that somebody completed the course, and letting others check it.'
			},
			accountability: {
				title: 'Accountability',
				text: 'Being able to see afterwards who decided what about whom.'
			}
		},
		basesTitle: 'Legal bases',
		basesText: [
			'With each piece of data stands the legal basis that seems to fit best. The organisation’s own lawyer decides, because it depends on why people take the course. A public body may need another basis, such as a task in the public interest.',
			'Consent of an employee to an employer is rarely free. That is why it stands only with what is off until somebody asks for it, on which nothing else depends and which can always be turned off again.'
		],
		bases: {
			contract:
				'Performance of a contract (Article 6(1)(b) GDPR): without this the course cannot be given to those who take part.',
			interest:
				'Legitimate interest (under f): the organisation has an interest in it, such as security or guidance, and takes no more than is needed for that. Weighing it against the interests of the participant is up to the organisation.',
			consent: 'Consent (under a): participants choose it themselves, and can always stop.'
		},
		dataTitle: 'Data',
		othersTitle: 'Columns that say nothing about a person',
		othersText:
			'Properties of groups, questions and sums. The register says of each column that it belongs to no person.',
		measuresTitle: 'Measures',
		measures: (f: Facts) => [
			'Of passwords only an argon2id hash is kept. A password has at least 15 characters. After five wrong tries each next one takes longer.',
			'Of a session only a hash is in the database: whoever reads the table does not get in with it. A session of a participant ends after thirty days at most, that of a manager or administrator after twelve hours.',
			'There is a second step in signing in, with codes from an app. The secret behind it is encrypted. Whoever comes in by the organisation’s own sign-in does the second step there.',
			'Every page is closed until there is a rule that says for whom it is. A manager finds only their own groups; what is somebody else’s does not exist for whoever asks. Tests try every page and every form as every role.',
			'The record of decisions can only grow: the database itself refuses to change or remove a line. It holds pseudonyms and nothing that somebody typed.',
			`Groups are counted together only from ${f.together} people on. What is about answers is added up ${f.together} new people at a time, never becomes less and counts everybody once.`,
			'A shared exercise is a snapshot. Taking it back works at the very next request.',
			'Participants download and erase by themselves. After erasing, no name, address or text of theirs is left anywhere; of a certificate and of a decision only what carries no name remains.',
			'Mails that went out are forgotten after thirty days. Links in a mail that let somebody in work once.',
			`An account that was not used for ${f.unused} is erased, at least ${f.notice} days after a mail about it.`,
			'Addresses of computers are only counted as a fingerprint, for a day at most, to stop guessing and misuse.',
			'Nothing comes from other servers, and pages may only run code of their own.',
			'Log lines of the server hold no answers or texts, but do hold the number of an account. What a mail server says of a fault may hold an address.'
		],
		rightsTitle: 'Rights of participants',
		rights: [
			'Access, portability and erasure: by themselves, on the page “My data”. The file is there as JSON and as CSV.',
			'Rectification: name and language on “My account”; how an answer was marked by a request that an administrator decides.',
			'Objection and restriction: leaving a group, ending sharing, turning reminders off. Everything else goes through the organisation.',
			'No decision without a human being: the course takes no decisions with consequences for people. What the organisation does with a certificate is its own decision.'
		],
		risksTitle: 'Risks',
		risksText:
			'The assessment is of the software as it is. How the organisation uses it may make a risk larger or smaller.',
		risks: (f: Facts) => [
			{
				risk: 'In a small group a figure about the group is a figure about a person.',
				weight: 'Likelihood low, impact limited.',
				limits: `Below ${f.together} people there is no figure about the group. Sums about answers grow by ${f.together} people at a time.`,
				left: 'What somebody has done the manager sees per person, in every group. Whoever is in a sum with four acquaintances may suspect something about the others.'
			},
			{
				risk: 'Somebody feels pressed to agree, to share or to take part.',
				weight:
					'Likelihood moderate, because there is an employment relationship; impact limited to high.',
				limits:
					'Sharing and agreeing are off until the participant turns them on, show beforehand what the other will see, and can be undone. Progress and certificate do not depend on them.',
				left: 'Whether somebody can really say no depends on the organisation. A manager does see who shares something, and so also who does not.'
			},
			{
				risk: 'A manager uses progress to appraise somebody or to put them under pressure.',
				weight: 'Likelihood moderate, impact high.',
				limits: `No answers, times, scores or ranking. The participant sees the same line. Reminders go at most once in ${f.nudge} days and can be turned off. What a manager does for or about somebody is in the record, and the participant reads it too.`,
				left: 'The course cannot prevent use beyond the screen. That needs an agreement and supervision.'
			},
			{
				risk: 'Somebody is recognised behind a pseudonym, a sum or a second look.',
				weight: 'Likelihood low, impact limited.',
				limits:
					'Pseudonyms are a fingerprint of a random number, which goes with the account. Whoever gives or asks for a second look reads no names.',
				left: 'Whoever knows somebody’s way of writing can guess. The course says so beforehand. Whoever has an old backup can trace a pseudonym.'
			},
			{
				risk: 'Data leak: from the server, a backup, a mailbox or by a stolen password.',
				weight: 'Likelihood low when run well, impact limited to high.',
				limits:
					'Hashes instead of passwords and sessions, a second step, short sessions for those who see others, links that work once, few data and an end to accounts that nobody uses.',
				left: 'Answers and texts can be read by whoever can reach the database. Running the server and its backups is up to the organisation.'
			},
			{
				risk: 'Progress or a mark is wrong, and somebody suffers from it.',
				weight: 'Likelihood low, impact limited.',
				limits:
					'Progress is always worked out from the answers themselves. Every mark is explained and can be put before a human being. After a mistake points are only ever added, never taken away, and the participant is told.',
				left: 'What a manager has seen meanwhile has been seen.'
			}
		],
		questionsTitle: 'For the organisation to fill in',
		questions: [
			'Who is the controller, and who runs the server? Is there a processing agreement?',
			'Why do employees take the course, and is it compulsory? Which legal basis follows from that?',
			'How were the legitimate interests weighed against those of participants?',
			'In which country are the server, the backups and the mail server? How long do backups exist?',
			'Who are administrators and managers, and what has been agreed with them about using the data?',
			'What is the procedure for a data breach, and who reports it?',
			'What do participants or their representatives say about this processing?',
			'What does the data protection officer advise?',
			'Decision, date and when this is looked at again:'
		]
	}
});
