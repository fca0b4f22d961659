namespace Enteraxis.Studies.Tests.Safety;

/// <summary>For each row of evidence/safety.tsv what must fire it, and what differs by the least and must not.</summary>
internal static class SafetyCases
{
    private static readonly string[] None = [];

    private static readonly string[] High = ["vitamin_d_100000_fortnightly"], Moderate = ["vitamin_d_2000"], Capsules = ["propionate"], Probiotic = ["probiotic_bifidobacterium"],
        Restoration = ["restoration"], Weight = ["weight_loss"];

    /// <param name="Row">Id of the table.</param>
    internal sealed record Case(string Row, string Fires, string[] Interventions, string Misses, string[] MissesInterventions);

    internal static readonly Case[] All =
    [
        new("SAFE-VITD-01", "age: 40", High, "age: 40", ["vitamin_d_4000"]),
        new("SAFE-VITD-01", "vitamin_d_supplement: 2001 IU/day", Moderate, "vitamin_d_supplement: 2000 IU/day", Moderate),
        new("SAFE-VITD-01", "vitamin_d_supplement: 101 ug/day", None, "vitamin_d_supplement: 100 ug/day", None),
        new("SAFE-VITD-01", "age: 40", ["vitamin_d_4000", "vitamin_d_2000"], "age: 40", ["vitamin_d_4000"]),
        new("SAFE-VITD-02", "conditions: [calcium_supplement]", High, "conditions: [calcium_supplement]", ["vitamin_d_4000"]),
        new("SAFE-VITD-03", "conditions: [calcium_supplement]", Moderate, "conditions: [calcium_supplement]", Capsules),
        new("SAFE-VITD-04", "conditions: [kidney_stones]", Moderate, "conditions: [kidney_failure]", Moderate),
        new("SAFE-VITD-05", "conditions: [kidney_stones, calcium_supplement]", Moderate, "conditions: [kidney_stones]", Moderate),
        new("SAFE-VITD-06", "conditions: [kidney_failure]", Moderate, "conditions: [kidney_failure]", None),
        new("SAFE-VITD-07", "conditions: [sarcoidosis]", Moderate, "conditions: [sarcoidosis]", None),
        new("SAFE-VITD-07", "{conditions: [sarcoidosis], vitamin_d_supplement: 400 IU/day}", None, "{conditions: [sarcoidosis], vitamin_d_supplement: 0}", None),
        new("SAFE-VITD-08", "conditions: [thiazide]", Moderate, "conditions: [thiazide]", None),
        new("SAFE-VITD-09", "conditions: [hypercalcaemia]", Moderate, "conditions: []", Moderate),
        new("SAFE-VITD-10", "vitamin_d: 151 nmol/L", Moderate, "vitamin_d: 150 nmol/L", Moderate),
        new("SAFE-VITD-10", "vitamin_d: 61 ng/mL confirmed", Moderate, "vitamin_d: 60 ng/mL", Moderate),
        new("SAFE-VITD-11", "conditions: [kidney_stones]", High, "conditions: [kidney_stones]", Moderate),
        new("SAFE-VITD-12", "conditions: [thiazide, calcium_supplement]", Moderate, "conditions: [thiazide]", Moderate),
        new("SAFE-VITD-12", "conditions: [thiazide]", High, "conditions: [calcium_supplement]", High),
        new("SAFE-PROB-01", "conditions: [immunosuppression]", Probiotic, "conditions: [immunosuppression]", ["inulin"]),
        new("SAFE-PROB-01", "conditions: [immunosuppression]", ["probiotic_lactobacillus"], "conditions: []", ["probiotic_lactobacillus"]),
        new("SAFE-PROB-01", "conditions: [immunosuppression]", Restoration, "conditions: []", Restoration),
        new("SAFE-PROB-02", "conditions: [central_line]", Probiotic, "conditions: [central_line]", None),
        new("SAFE-PROB-02", "conditions: [central_line]", Restoration, "conditions: []", Restoration),
        new("SAFE-PROB-03", "age: 40", Restoration, "age: 40", Probiotic),
        new("SAFE-PROB-04", "treatment: anti_cd20", Probiotic, "treatment: interferon", Probiotic),
        new("SAFE-PROB-04", "treatment: s1p", Probiotic, "treatment: none", Probiotic),
        new("SAFE-PROB-04", "treatment: anti_trafficking", Restoration, "treatment: glatiramer", Restoration),
        new("SAFE-PROB-04", "treatment: fumarate", ["probiotic_lactobacillus"], "age: 40", ["probiotic_lactobacillus"]),
        new("SAFE-PROB-05", "conditions: [pregnancy]", Restoration, "conditions: [pregnancy]", Probiotic),
        new("SAFE-PROP-01", "conditions: [sodium_restriction]", Capsules, "conditions: [sodium_restriction]", ["inulin"]),
        new("SAFE-PROP-02", "conditions: [pregnancy]", ["propionate_capsules"], "conditions: [pregnancy]", Moderate),
        new("SAFE-PROP-03", "conditions: [kidney_failure]", Capsules, "conditions: [kidney_stones]", Capsules),
        new("SAFE-FIBR-01", "conditions: [stricture]", ["fibre_soluble"], "conditions: [stricture]", Capsules),
        new("SAFE-FIBR-01", "conditions: [stricture]", ["mediterranean"], "conditions: [dysphagia]", ["mediterranean"]),
        new("SAFE-FIBR-02", "conditions: [dysphagia]", ["inulin"], "conditions: [stricture]", ["inulin"]),
        new("SAFE-DIET-01", "conditions: [underweight]", Weight, "conditions: [underweight]", ["fibre_soluble"]),
        new("SAFE-DIET-01", "{height: 170 cm, weight: 53.4 kg}", ["less_saturated_fat"], "{height: 170 cm, weight: 53.5 kg}", ["less_saturated_fat"]),
        new("SAFE-DIET-01", "{height: 1.7 m, weight: 117 lb}", Weight, "weight: 45 kg", Weight),
        new("SAFE-DIET-02", "conditions: [eating_disorder]", ["less_sugar"], "conditions: [eating_disorder]", ["exercise"]),
        new("SAFE-DIET-03", "conditions: [insulin]", ["mediterranean"], "conditions: [insulin]", Capsules),
        new("SAFE-DIET-04", "conditions: [pregnancy]", Weight, "conditions: [pregnancy]", ["less_sugar"]),
        new("SAFE-EXER-01", "edss: 6", ["exercise"], "edss: 5.5", ["exercise"]),
        new("SAFE-ALCO-01", "alcohol: 14.5 units/week", None, "alcohol: 14 units/week", None),
        new("SAFE-ALCO-02", "alcohol: 29 units/week", ["no_alcohol"], "alcohol: 28 units/week", ["no_alcohol"]),
        new("SAFE-FLAG-01", "conditions: [new_symptoms]", None, "conditions: []", None),
        new("SAFE-FLAG-02", "conditions: [fever]", None, "conditions: [new_symptoms]", None),
        new("SAFE-FLAG-03", "conditions: [pregnancy]", None, "age: 40", None),
    ];
}
