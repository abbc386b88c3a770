using Karkhana.CollectiveEfficiency;
using Karkhana.Core.Exchange;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.CollectiveEfficiency;

public sealed class KnowledgeSystemTests
{
    private static readonly TieTable Ties = new(
        SampleSurveys.Ids(3), [0, 1, 1, 0], [1, 0, 2, 1], ["advice", "advice", "advice", "subcontract"], [1, 1, 1, 1]);

    [Fact]
    public void Production_and_knowledge_are_set_side_by_side()
    {
        KnowledgeSystemResult result = KnowledgeSystem.Estimate(Ties, [0, 1, 2], SampleSurveys.Of(
            (SampleSurveys.Item("X01", "external_openness", 0, 3), [3, 0, double.NaN]), (SampleSurveys.Item("K2", "EE10"), [2, 0, 1]),
            (SampleSurveys.Item("O2", "EE08"), [0, 5, double.NaN]), (SampleSurveys.Item("W2", "EE09"), [1, 0, 0])), [0, 1, 2], cancellationToken: TestContext.Current.CancellationToken);

        result.Production.Density.ShouldBe(1 / 6.0);
        result.Knowledge.Density.ShouldBe(0.5);
        result.Knowledge.Reciprocity.ShouldBe(2 / 3.0);
        result.Overlap.Jaccard.ShouldBe(0.5);
        result.Openness.ShouldBe(0.5);
        // Sought: K2 of firms 0 and 2; not sought: O2 of firm 1, W2 of firm 0.
        result.ActiveShare.ShouldBe(0.5);
        result.PassiveShare.ShouldBe(0.5);
        result.Notes.ShouldBeEmpty();
        result.ToTable().RowCount.ShouldBe(11);
        result.ToTable().Texts("term")[7].ShouldBe("correlation_p");
        result.ToTable().Numbers("estimate")[7].ShouldBe(result.Overlap.PValue);
    }

    [Fact]
    public void What_was_not_asked_is_said()
    {
        KnowledgeSystemResult result = KnowledgeSystem.Estimate(Ties.OfKind("advice"), [0, 1, 2], null, [], cancellationToken: TestContext.Current.CancellationToken);

        result.ActiveShare.ShouldBe(double.NaN);
        result.Overlap.Jaccard.ShouldBe(0);
        result.Overlap.Correlation.ShouldBe(double.NaN);
        result.Overlap.PValue.ShouldBe(double.NaN);
        result.Notes.Single().Text.ShouldContain("subcontract");
        result.Notes.Single().Text.ShouldContain("external_openness");
    }

    [Fact]
    public void Dyads_hold_differences_sums_classes_layers_and_distances()
    {
        IReadOnlyList<TieLayer> layers = TieLayer.Of(Ties, [0, 1, 2]);
        DyadTable dyads = DyadTable.Of(layers[0], new DyadCovariates
        {
            Scores = [("capacity", [1, 4, double.NaN])],
            Classes = [("stage", ["foundry", "foundry", null])],
            Layers = [layers[1]],
            Distance = (i, j) => Math.Abs(i - j),
        });

        dyads.Names.ShouldBe(["capacity_difference", "capacity_sum", "same_stage", "subcontract", "distance"]);
        dyads.From.ShouldBe([0, 0, 1, 1, 2, 2]);
        dyads.To.ShouldBe([1, 2, 0, 2, 0, 1]);
        dyads.Tied.ShouldBe([1, 0, 1, 1, 0, 0]);
        dyads.Covariates[0].ShouldBe([3, double.NaN, 3, double.NaN, double.NaN, double.NaN]);
        dyads.Covariates[1][0].ShouldBe(5);
        dyads.Covariates[2].ShouldBe([1, double.NaN, 1, double.NaN, double.NaN, double.NaN]);
        dyads.Covariates[3].ShouldBe([1, 0, 0, 0, 0, 0]);
        dyads.Covariates[4].ShouldBe([1, 2, 1, 1, 2, 1]);
        dyads.ToTable().RowCount.ShouldBe(6);
    }

    [Fact]
    public void Wrong_covariates_are_refused()
    {
        TieLayer advice = TieLayer.Of(Ties, [0, 1, 2])[0];

        Should.Throw<ArgumentException>(() => DyadTable.Of(advice, new DyadCovariates { Scores = [("x", [1])] })).Message.ShouldContain("3 values");
        Should.Throw<ArgumentException>(() => DyadTable.Of(advice, new DyadCovariates { Scores = [("x", [1, 2, 3]), ("x", [1, 2, 3])] })).Message.ShouldContain("once");
        Should.Throw<ArgumentException>(() => DyadTable.Of(advice, new DyadCovariates { Layers = [TieLayer.Of(Ties, [0, 1])[0]] })).Message.ShouldContain("in their order");
    }
}
