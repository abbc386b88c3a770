using CsCheck;
using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Karkhana.Data.Surveys;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class ConceptIndexTests
{
    [Fact]
    public void Supplier_linkage_is_the_mean_of_sourcing_and_support()
    {
        ConceptIndexResult result = ConceptIndex.Estimate(ConceptIndexDefinition.Of("supplier_linkage"), SampleSurveys.Of(
            (SampleSurveys.Item("V2", "EE03", 0, 100), [20, 40]), (SampleSurveys.Item("V1a", "EE03", 0), [0, 3]),
            (SampleSurveys.Item("J1", "JA01", 0, 3), [3, 0])), [0, 1]);

        // Sourcing: (0.3 + 0.5)/2; support 0.5.
        result.Parts[0].Estimate.ShouldBe(0.4, tolerance: 1e-15);
        result.Index.Estimate.ShouldBe(0.45, tolerance: 1e-15);
        result.Index.Needs.ShouldBeEmpty();
        // Standard errors 0.1/√2, 0.5/√2 and 0.5/√2 (√Σw²(x − x̄)²/Σw).
        result.Parts[0].StandardError.ShouldBe(Math.Sqrt((0.01 + 0.25) / 2) / 2, tolerance: 1e-15);
        result.Failure.ShouldBe(SystemFailure.NotMeasured);
        result.ToTable().RowCount.ShouldBe(6);
    }

    [Fact]
    public void A_part_that_was_not_asked_leaves_the_whole_unmeasured_and_says_what_it_needs()
    {
        ConceptIndexResult result = ConceptIndex.Estimate(
            ConceptIndexDefinition.Of("collective_learning"), SampleSurveys.Of((SampleSurveys.Item("W1", "EE09", 0, 1), [1, 0])), [0, 1]);

        result.Index.IsMeasured.ShouldBeFalse();
        result.Parts[0].Estimate.ShouldBe(0.5);
        result.Index.Needs.ShouldBe("the item W2; ties of the kind advice; the item G2; the item J5s");
        result.Notes.Single().Text.ShouldContain("ties of the kind advice");
        ConceptIndex.Estimate(ConceptIndexDefinition.Of("collective_learning"), null, []).Parts.ShouldAllBe(part => !part.IsMeasured);
    }

    [Fact]
    public void Ties_enter_as_shares()
    {
        TieTable ties = new(SampleSurveys.Ids(4), [0, 1, 0, 2], [1, 0, 2, 3], ["advice", "advice", "subcontract", "kin"], [1, 1, 1, 1]);
        TiePortfolioResult portfolio = TiePortfolio.Estimate(ties, [0, 1, 2, 3], cancellationToken: TestContext.Current.CancellationToken);

        ConceptIndex.Estimate(ConceptIndexDefinition.Of("trust_embeddedness"), null, [], portfolio).Parts.Select(part => part.Estimate)
            .ShouldBe([double.NaN, 1, 0.5]);
        ConceptIndex.Estimate(ConceptIndexDefinition.Of("untraded_interdependencies"), null, [], portfolio).Parts[0].Estimate.ShouldBe(0.5);
    }

    [Theory]
    [InlineData(0.2, 0.9, 0.9, 0.9, SystemFailure.Thin)]
    [InlineData(0.9, 0.2, 0.1, 0.1, SystemFailure.Thin)]
    [InlineData(0.9, 0.9, 0.2, 0.9, SystemFailure.Fragmented)]
    [InlineData(0.9, 0.9, 0.9, 0.2, SystemFailure.LockedIn)]
    [InlineData(0.9, 0.9, 0.4, 0.2, SystemFailure.None)]
    [InlineData(0.9, 0.9, 0.9, 0.9, SystemFailure.None)]
    [InlineData(0.9, 0.9, 0.9, double.NaN, SystemFailure.NotMeasured)]
    [InlineData(0.9, double.NaN, 0.1, 0.9, SystemFailure.NotMeasured)]
    public void The_type_of_failure_follows_the_rules(double generation, double exploitation, double interaction, double openness, SystemFailure expected)
    {
        string[] parts = ["generation", "exploitation", "interaction", "openness"];
        ConceptIndexDefinition definition = new("system", [.. parts.Select(part => new ConceptIndicator(part, IndicatorKind.Item, part))], "made up");
        double[] values = [generation, exploitation, interaction, openness];

        ConceptIndex.Estimate(
            definition, SampleSurveys.Of([.. parts.Select((part, i) => (SampleSurveys.Item(part, part, 0, 1), new[] { values[i] }))]), [0])
            .Failure.ShouldBe(expected);
    }

    [Fact]
    public void Weights_and_inversion_count() => Gen.Double[0, 1].Array[2].Sample(answers =>
    {
        ConceptIndexDefinition definition = new(
            "x", [new("p", IndicatorKind.Item, "A", 3), new("p", IndicatorKind.Item, "B", 1, Inverted: true)], "made up");
        Survey survey = SampleSurveys.Of((SampleSurveys.Item("A", "a", 0, 1), [answers[0]]), (SampleSurveys.Item("B", "b", 0, 1), [answers[1]]));
        return Math.Abs(ConceptIndex.Estimate(definition, survey, [0]).Index.Estimate - (((3 * answers[0]) + 1 - answers[1]) / 4)) < 1e-12;
    });

    [Fact]
    public void Every_index_of_the_framework_has_parts_and_a_source() => ConceptIndexDefinition.All.ShouldAllBe(
        definition => definition.Parts.Count >= 2 && definition.Source.Contains("framework 8"));

    [Fact]
    public void Wrong_definitions_are_refused()
    {
        Should.Throw<ArgumentException>(() => ConceptIndexDefinition.Of("luck")).Message.ShouldContain("it was luck");
        Should.Throw<ArgumentException>(() => ConceptIndex.Estimate(new ConceptIndexDefinition("x", [], ""), null, [])).Message.ShouldContain("at least one");
        Should.Throw<ArgumentException>(() => ConceptIndex.Estimate(
            new ConceptIndexDefinition("x", [new("p", IndicatorKind.Item, "A", 0)], ""), null, [])).Message.ShouldContain("above zero");
        Should.Throw<ArgumentOutOfRangeException>(() => new ConceptIndexOptions { Little = 2 });
    }
}
