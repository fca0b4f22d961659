using Enteraxis.Modelling.Models;

namespace Enteraxis.Modelling.Tests.Antimony;

public sealed class ReactionTests
{
    [Fact]
    public void A_rate_law_moves_amounts_and_the_concentration_follows_the_compartment()
    {
        Model m = Text.Read("compartment C = 2; species A in C, B in C; A = 3; B = 0; k = 0.5; J: 2 A -> B; k * A * C");
        Assert.Equal(["A", "B"], m.States.Select(s => s.Name));
        // rate = 0.5 · 3 · 2 = 3 amounts a time; two A are used, in two litres.
        Assert.Equal(-3, Text.Rate(m, "A"));
        Assert.Equal(1.5, Text.Rate(m, "B"));
        Assert.Equal(3, Text.Value(m, "J"));
    }

    [Fact]
    public void A_substance_only_species_is_an_amount()
    {
        Model m = Text.Read("compartment C = 2; substanceOnly species A in C; A = 3; J: A -> ; 0.5 * A");
        Assert.Equal(-1.5, Text.Rate(m, "A"));
    }

    [Fact]
    public void Boundary_and_constant_species_do_not_move()
    {
        Model m = Text.Read("species A; const species E = 2; A = 1; X = 5; J: $X + E -> A; E * X");
        Assert.Equal(["A"], m.States.Select(s => s.Name));
        Assert.Equal(10, Text.Rate(m, "A"));
    }

    [Fact]
    public void In_a_compartment_that_grows_the_amount_is_followed_and_the_name_means_the_concentration()
    {
        Model m = Text.Read("compartment C; C = 2; C' = 1; species A in C; A = 3; J: -> A; 4");
        Assert.Equal(6, Text.Value(m, "amount(A)"));
        Assert.Equal(3, Text.Value(m, "A"));
        Assert.Equal(4, Text.Rate(m, "amount(A)"));
        Assert.Equal(1.5, Text.Value(m, "A", 0, ("C", 4)));
    }

    [Fact]
    public void An_amount_that_no_reaction_moves_stays_while_its_compartment_grows()
    {
        Model m = Text.Read("compartment C; C = 2; C' = 1; species A in C, $B in C; A = 3; B = 5; J: $B -> ; 1");
        Assert.Equal(1.5, Text.Value(m, "A", 0, ("C", 4)));
        Assert.Equal(2.5, Text.Value(m, "B", 0, ("C", 4)));
    }

    [Fact]
    public void RateOf_is_the_rate_that_reactions_and_rules_give()
    {
        Model m = Text.Read("compartment C; C = 2; C' = 1; species A in C; A = 3; k = 0.5; J: A -> ; 4; x = 1; x' = -k * x; y := 10 * rateOf(x) + rateOf(k); z := rateOf(A)");
        Assert.Equal(-5, Text.Value(m, "y"));
        // (a/v)' = (a' − c·v') / v = (−4 − 3·1) / 2
        Assert.Equal(-3.5, Text.Value(m, "z"));
    }

    [Fact]
    public void Unnamed_reactions_and_interactions_are_read()
    {
        Model m = Text.Read("A = 1; B = 0; A -> B; 2 * A\nI1: B -o A\n");
        Assert.Equal(-2, Text.Rate(m, "A"));
    }
}
