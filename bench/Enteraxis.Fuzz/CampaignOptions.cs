namespace Enteraxis.Fuzz;

/// <param name="Corpus">Folder of inputs to begin from.</param>
/// <param name="Out">Folder for findings and for inputs that reached new branches.</param>
internal sealed record CampaignOptions(string Reader, double Minutes, long Inputs, int Seed, string Corpus, string Out);
