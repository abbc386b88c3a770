using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemResponseFunctionTests
{
    private static readonly Gen<(ItemModel Model, ItemParameters Items, double Theta)> Cases =
        from model in ModelAnswers.Models
        from items in ModelAnswers.Items(model)
        from theta in Gen.Double[-4, 4]
        select (model, items, theta);

    [Fact]
    public void Two_Rasch_items_are_worked_out_by_hand()
    {
        // θ = ln 3 against difficulties 0 and ln 3: P = 3/4 and 1/2, information 3/16 and 1/4, expected score 5/4.
        ItemResponseFunctionResult result = Estimate(
            ModelAnswers.Binary([0, Math.Log(3)]), new() { Model = ItemModel.Rasch, Theta = [Math.Log(3)] });

        Bits.Close(result.Probability, [0.25, 0.75, 0.5, 0.5], relative: 1e-15).ShouldBeTrue();
        Bits.Close(result.ItemInformation, [3.0 / 16, 0.25], relative: 1e-15).ShouldBeTrue();
        result.TestInformation[0].ShouldBe(7.0 / 16, tolerance: 1e-15);
        result.StandardError[0].ShouldBe(4 / Math.Sqrt(7), tolerance: 1e-14);
        result.ExpectedScore[0].ShouldBe(1.25, tolerance: 1e-15);
    }

    [Fact]
    public void Guessing_takes_the_information_of_its_formula() => Cases.Where(given => given.Model == ItemModel.ThreeParameter).Sample(given =>
    {
        ItemResponseFunctionResult result = Estimate(given.Items, new() { Model = given.Model, Theta = [given.Theta] });
        double[] formula = [.. Enumerable.Range(0, given.Items.Count).Select(item =>
        {
            (double a, double g, double p) = (given.Items.Slopes[item], given.Items.Guessing[item], result.Probability[(2 * item) + 1]);
            double known = (p - g) / (1 - g);
            return a * a * (1 - p) / p * known * known;
        })];
        return Bits.Close(result.ItemInformation, formula, relative: 1e-12);
    });

    [Fact]
    public void Information_is_the_expected_curvature_of_the_log_likelihood() => Cases.Sample(given =>
    {
        ItemResponseFunctionResult result = Estimate(given.Items, new() { Model = given.Model, Theta = [given.Theta] });
        double[] curvature = [.. Enumerable.Range(0, given.Items.Count).Select(item =>
        {
            CurveDerivatives curve = CurveDerivatives.Of(given.Items.Thresholds[item].Length + 1);
            ResponseCurves.LogDerivatives(given.Model, given.Items, item, given.Theta, curve);
            return curve.Probability.ToArray().Zip(curve.Second.ToArray(), (p, second) => -p * second).Sum();
        })];
        return Bits.Close(result.ItemInformation, curvature, relative: 1e-12)
            && Bits.Close(result.TestInformation, [curvature.Sum()], relative: 1e-12);
    });

    [Fact]
    public void The_expected_score_rises_and_starts_at_the_lowest_category() => Cases.Sample(given =>
    {
        ItemResponseFunctionResult result = Estimate(
            given.Items, new() { Model = given.Model, Theta = [-60, given.Theta, given.Theta + 0.1, 60], LowestCategory = 2 });
        double least = given.Items.Thresholds.Select((_, item) => 2 + given.Items.Guessing[item]).Sum();
        double most = given.Items.Thresholds.Sum(steps => 2.0 + steps.Length);
        return Bits.Close([result.ExpectedScore[0], result.ExpectedScore[3]], [least, most], relative: 1e-9)
            && result.ExpectedScore[1] < result.ExpectedScore[2];
    });

    [Fact]
    public void Labels_name_the_category_by_its_score()
    {
        ItemParameters items = new(["a", "b"], [1, 1], [[0, 1], [0]], [0, 0]);
        ItemResponseFunctionResult result = Estimate(items, new() { Model = ItemModel.Graded, Theta = [-0.25, 1], LowestCategory = 1 });

        result.ToOutputs().All["probability"].Columns.ShouldBe(["a:1", "a:2", "a:3", "b:1", "b:2"]);
        result.ToOutputs().All["probability"].Rows.ShouldBe(["-0.25", "1"]);
        result.ToTable().RowCount.ShouldBe(2);
    }

    [Fact]
    public void Far_from_all_items_there_is_no_information_and_no_failure() =>
        Estimate(ModelAnswers.Binary([0], slope: 2), new() { Model = ItemModel.TwoParameter, Theta = [1e4] })
            .StandardError[0].ShouldBe(double.PositiveInfinity);

    [Fact]
    public void Wrong_calls_are_refused()
    {
        Should.Throw<ArgumentException>(() => new ItemResponseFunctionOptions { Model = ItemModel.Rasch, Theta = [] }).Message.ShouldContain("Theta");
        Should.Throw<ArgumentException>(() => new ItemResponseFunctionOptions { Model = ItemModel.Rasch, Theta = [double.NaN] });
        Should.Throw<ArgumentException>(() => Estimate(ModelAnswers.Binary([0], slope: 2), new() { Model = ItemModel.Rasch, Theta = [0] }))
            .Message.ShouldContain("must be 1");
        Should.Throw<ArgumentOutOfRangeException>(
            () => new ItemResponseFunctionOptions { Model = ItemModel.Rasch, Theta = [0], LowestCategory = double.PositiveInfinity });
    }

    private static ItemResponseFunctionResult Estimate(ItemParameters items, ItemResponseFunctionOptions options) =>
        ItemResponseFunction.Estimate(items, options, cancellationToken: TestContext.Current.CancellationToken);
}
