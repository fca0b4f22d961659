using Enteraxis.Numerics.Tables;
using Enteraxis.Studies.Populations;
using Enteraxis.Studies.Tests.Fermentation;

namespace Enteraxis.Studies.Tests.Populations;

/// <summary>What the population's tables say of measured people is what the data say.</summary>
public sealed class MeasuredPeopleTests
{
    private static readonly string[] Regimes = ["", "healthy"];

    [Fact]
    public void Guild_shares_of_patients_and_controls_are_those_of_the_data()
    {
        foreach (string preset in Regimes)
        {
            MeasuredPeople people = preset.Length == 0 ? MeasuredPeople.Cases : MeasuredPeople.Controls;
            foreach (string v in people.Variables)
                SharedStools.Say($"{preset}\t{v}\tnormal({people.Median(v):F3}; {people.Spread(v):F3})\t{people.Count}");
        }
    }

    [Fact]
    public void Correlations_are_those_of_patients()
    {
        MeasuredPeople people = MeasuredPeople.Cases;
        string[] all = [.. people.Variables];
        for (int i = 0; i < all.Length; i++)
            for (int j = 0; j < i; j++)
                SharedStools.Say($"{all[i]}\t{all[j]}\t{people.Correlation(all[i], all[j]):F2}");
    }
}
