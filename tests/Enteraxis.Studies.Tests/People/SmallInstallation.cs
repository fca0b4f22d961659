namespace Enteraxis.Studies.Tests.People;

/// <summary>
/// A whole installation that simulates a person study in a fraction of a second: one exposure feeds one state, which lowers the hazard of one
/// kind of event and wears a score. Every table has the form of the real one.
/// </summary>
internal static class SmallInstallation
{
    private const string Axis = """
        model *Axis()
          unit time_unit = 86400 second
          unit day = 86400 second
          unit per_day = 1 / day
          var intake, events, level, wear
          intake = 1; intake has dimensionless
          events = 0; events has dimensionless
          arrow_feeds := sw_feeds * gain * intake * comp_one
          level = 1; level has dimensionless
          level' = pull * (arrow_feeds - level)
          arrow_calms := exp(-sw_calms * effect * (level - 1))
          hazard_now := rate * arrow_calms
          strikes: at hazard(hazard_now, 0.01): events = events + 1
          wear = 0; wear has dimensionless
          wear' = slope * (1 + events)
          score := start + wear
          acid := 10 * level
          share_one := 0.6; share_two := 0.4
          gain has dimensionless; comp_one has dimensionless; comp_two has dimensionless; effect has dimensionless; pull has per_day; rate has per_day
          slope has per_day; start has dimensionless; sw_feeds has dimensionless; sw_calms has dimensionless
        end
        """;

    private const string Control = """
        model *Control()
          unit time_unit = 86400 second
          unit day = 86400 second
          unit per_day = 1 / day
          var target_one, target_two
          target_one = 0.5; target_one has dimensionless; target_two = 0.5; target_two has dimensionless
          kappa = 0.1; kappa has per_day
          log_comp_one = 0; log_comp_one has dimensionless
          log_comp_one' = kappa * (ln(target_one / 0.6) - log_comp_one)
          log_comp_two = 0; log_comp_two has dimensionless
          log_comp_two' = kappa * (ln(target_two / 0.4) - log_comp_two)
        end
        """;

    private static readonly (string Path, string Text)[] Files =
    [
        ("models/axis.ant", Axis), ("models/gut/competitiveness.ant", Control),
        ("models/parameters.tsv", """
            parameter	value	unit	between_people	uncertainty	status	evidence	note
            gain	1	dimensionless	lognormal(0.2)	lognormal(0.1)	assumed	-	
            comp_one	1	dimensionless	none	none	assumed	-	
            comp_two	1	dimensionless	none	none	assumed	-	
            effect	0.5	dimensionless	none	normal(0.2)	assumed	EV-A-1	
            pull	0.1	per_day	none	none	assumed	-	
            rate	0.002	per_day	lognormal(0.5)	none	assumed	-	
            slope	0.0002	per_day	none	none	assumed	-	
            start	1	dimensionless	lognormal(0.3)	none	assumed	-	
            sw_feeds	1	dimensionless	none	none	assumed	switch	
            sw_calms	1	dimensionless	none	none	assumed	switch	
            intake	1	dimensionless	lognormal(0.3)	none	assumed	-	
            """),
        ("models/variants/doubled.ant", Axis.Replace("exp(-sw_calms * effect", "exp(-2 * sw_calms * effect", StringComparison.Ordinal)),
        ("models/variants.tsv", "variant\tlabel\tmodel\tparameter\tvalue\tnote\nturned\tlevel rouses\t\teffect\t-1\t\ndoubled\tlevel calms twice as much\tvariants/doubled.ant\t\t\t\n"),
        ("models/presets.tsv", "preset\tparameter\tvalue\nusual\tstart\t1.5\nwell\trate\t0\n"),
        ("models/doses.tsv", "dose\tlabel\tunit\ttarget\tper_unit\tevidence\npill\tPill\tmg\tlevel\t0.1\t-\n"),
        ("models/interventions.tsv", """
            intervention	label	step	kind	target	value	unit	start_day	every_days	end_day	note
            more	More	1	ramp	intake	1	1	0	7	28	
            pills	Pills	1	dose	pill	1	mg	0	14		
            nothing	Nothing	1	add	intake	0	1	0			
            drug	Drug	1	scale	rate	0.5	1	0			
            drug	Drug	2	dose	pill	5	mg	0	14		
            """),
        ("models/readouts.tsv", """
            readout	label	unit	hue	better	group	definition
            events	Events	1	brain	lower	brain	count
            score	Score	points	brain	lower	brain	score
            acid	Acid	mM	gut	higher	gut	acid
            """),
        ("models/arrows.tsv", """
            arrow	switch	from	to	label	hue	readout	status	evidence	article_row	probe
            arrow_feeds	sw_feeds	intake	level	Food feeds	gut	acid	assumed	-	1	intake=2
            arrow_calms	sw_calms	level	events	Level calms	brain	events	assumed	-	2	effect=1
            """),
        ("models/gut/guilds.tsv", "guild\tlabel\tbiomass\tshare\tcompetitiveness\tdescription\none\tOne\tlevel\tshare_one\tcomp_one\t\ntwo\tTwo\tlevel\tshare_two\tcomp_two\t\n"),
        ("models/traits.tsv", """
            key	label	unit	units	unit_needed	kind	role	low	high	step	choices	parameter	transform	derivation	population	measurement_sd	amount	evidence	note
            age	age	years			number	exposure	16	100						normal(40,10)	0		-	
            course	course				choice	preset				usual(usual);well(well)				fixed(usual)	0		-	
            score	score	points			number	history	0	10	0.5					none	0		-	
            events	events	events			number	history	0	20	1					none	0		-	
            treatment	treatment				choice	treatment				none(untreated);drug(on the drug)@drug				fixed(none)	0		-	
            intake	intake	1			number	exposure	0	10			intake	x		none	0		-	
            conditions	conditions				list	safety				fever				none	0		-	
            """),
        ("evidence/evidence.tsv", "id\tclaim\tarrow\tvalue\tlow\thigh\tunit\tpopulation\tkind\tsource\tdoi\tstatus\nEV-A-1\tA claim.\t-\t1\t\t\t1\t-\tparameter\tSomeone 2020\t\tRECALLED\n"),
        ("evidence/safety.tsv", "id\twhen\tword\ttitle\treason\tevidence\nFEVER\thas(fever)\tAsk first\tFever\tCall the team.\tguidance\nFOOD\tlever(food) and amount(food) > 0\tAsk first\tFood\tMore food.\tguidance\n"),
        ("evidence/safety_classes.tsv", "intervention\tclasses\tamount\tdaily\nmore\tfood\tfood\t1\npills\tnone\t\t\nnothing\tnone\t\t\ndrug\tnone\t\t\n"),
        ("evidence/forbidden_phrases.tsv", "phrase\twhy\n\\byou should\\b\tdirects a person\n"),
        ("studies/person.yaml", Study()),
        ("person.yaml", "age: 40\nscore: 1.5\nevents: 1\nintake: 1\nconditions: [fever]\n"),
    ];

    /// <param name="bank">Simulated pasts.</param>
    internal static string Study(int bank = 160, double kernel = 1, string harms = "None known.") => FormattableString.Invariant($$"""
        title: Small
        person_line: "{age}, score {score}"
        years: 2
        run_in_days: 60
        bank: {{bank}}
        twins: 20
        parameter_sets: 5
        people_per_set: 4
        chance_repeats: 2
        reading_people: 16
        frozen_people: 20
        frozen_arrows: 2
        freeze_every_days: 14
        competitiveness_days: 100
        reference_people: 6
        reference_preset: well
        maximum_failed_share: 0.02
        history:
          - {trait: events, readout: events, over: change, kernel_sd: {{kernel}}}
          - {trait: score, readout: score, over: end, kernel_sd: {{kernel}}}
        readouts:
          - {readout: events, over: change, label: Events in two years}
          - {readout: score, over: year_two_mean}
        chain_readout: events
        headlines:
          - {readout: score, over: end, label: Score}
        acids:
          - {acid: Acid, readout: acid}
        fans:
          - {readout: score, over: end, title: Scores, subtitle: in points, comparison: combination, prognosis: yes}
        levers:
          - {id: more, label: More food, interventions: [more], harms: "{{harms}}", evidence_mark: low, evidence_text: Some trials., evidence: EV-A-1}
          - {id: pills, label: Pills, interventions: [pills], harms: None known., evidence_mark: hypothesis, evidence_text: No trial.}
          - {id: nothing, label: Nothing, interventions: [nothing], harms: None known., evidence_mark: hypothesis, evidence_text: No trial.}
        combination: {id: combination, label: All together, harms: All of these., evidence_mark: hypothesis, evidence_text: No trial.}
        """);

    internal static void Write(ScratchFolder folder)
    {
        foreach ((string path, string text) in Files) folder.Write(path, text);
    }
}
