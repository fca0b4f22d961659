namespace Enteraxis.Studies.Fermentation;

/// <summary>One line of scfa.tsv.</summary>
/// <param name="Measure">What and in which unit: production_mmol_per_day, absorption_mmol_per_day, faecal_umol_per_g, faecal_ug_per_g.</param>
/// <param name="Low">5 % point. Of what is made or absorbed: from what is not known of the parameters; of stool: from what calibrated stools scattered.</param>
/// <param name="High">95 % point.</param>
public sealed record AcidEstimate(string Sample, string Acid, string Measure, double Estimate, double Low, double High);
