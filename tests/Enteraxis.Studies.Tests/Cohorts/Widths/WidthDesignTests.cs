using Enteraxis.Studies.Cohorts;
using Enteraxis.Studies.Cohorts.Widths;

namespace Enteraxis.Studies.Tests.Cohorts.Widths;

/// <summary>How large the design is, and at which visits it looks.</summary>
public sealed class WidthDesignTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(5000)]
    [InlineData(50_000)]
    public void By_itself_it_costs_at_most_a_quarter_of_the_people_and_never_runs_out_of_hand(int people)
    {
        WidthSizes sizes = new WidthDesign().Sizes(people, variants: 6);
        Assert.InRange(sizes.Courses(6), 1, Math.Min(0.25 * people, 1300));
        Assert.InRange(sizes.People, 4, 24);
        Assert.True(people < 5000 || sizes.Courses(6) > 1000, "a large study has a design that tells something");
    }

    [Fact]
    public void A_handful_of_people_still_have_the_smallest_design_that_tells_anything() => Assert.Equal(new WidthSizes(4, 4, 2, 4), new WidthDesign().Sizes(10, 6));

    [Fact]
    public void What_the_study_says_stands()
    {
        Assert.Equal(new WidthSizes(30, 12, 3, 5), new WidthDesign { People = 30, Sets = 12, Repeats = 3, VariantPeople = 5 }.Sizes(100, 6));
        Assert.Equal(30, new WidthDesign { VariantPeople = 30 }.Sizes(100, 6).People);
    }

    [Fact]
    public void By_itself_it_looks_at_half_of_the_study_and_at_its_end_for_the_first_read_out_and_the_first_kind_of_event()
    {
        CohortFile file = CohortFileReader.Read(Installation.PathOf("studies", "natural-history.yaml"), Installation.Library);
        WidthPlan plan = WidthPlan.Of(file with { Width = new WidthDesign() }, Installation.Library)!;
        Assert.Equal([20, 40], plan.Visits);
        Assert.Equal(["edss_rated", "relapse"], plan.Outcomes.Select(o => o.Id));
        Assert.Equal(6, plan.Variants.Count);
        Assert.Null(WidthPlan.Of(file with { Width = null }, Installation.Library));
    }

    [Fact]
    public void A_study_that_is_asked_to_be_shorter_is_looked_at_at_its_end()
    {
        CohortFile file = CohortFileReader.Read(Installation.PathOf("studies", "natural-history.yaml"), Installation.Library) with { Years = 20, Width = new WidthDesign { Years = [10, 30, 40], VariantPeople = 0 } };
        WidthPlan plan = WidthPlan.Of(file, Installation.Library)!;
        Assert.Equal([10, 20], plan.Visits);
        Assert.Empty(plan.Variants);
        Assert.Null(WidthPlan.Of(file with { Years = 0.5 }, Installation.Library));
    }
}
