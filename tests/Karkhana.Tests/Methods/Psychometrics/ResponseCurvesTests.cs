using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ResponseCurvesTests
{
    private static readonly Gen<(ItemModel Model, ItemParameters Items, double Theta)> Cases =
        from model in ModelAnswers.Models
        from items in ModelAnswers.Items(model, most: 1)
        from theta in Gen.Double[-4, 4]
        select (model, items, theta);

    [Fact]
    public void The_first_category_is_what_the_others_leave() => Cases.Sample(given =>
    {
        double[] probability = Probabilities(given.Model, given.Items, given.Theta);
        return probability.All(value => value is > 0 and < 1)
            && Math.Abs(1 - probability.Skip(1).Sum() - probability[0]) < 1e-14;
    });

    [Fact]
    public void Derivatives_are_those_of_finite_differences() => Cases.Sample(given =>
    {
        const double Width = 1e-4;
        (double[] below, double[] here, double[] above) = (At(-Width), At(0), At(Width));
        double[] first = [.. below.Zip(above, (low, high) => (high - low) / (2 * Width))];
        double[] second = [.. here.Select((value, c) => (above[c] - (2 * value) + below[c]) / (Width * Width))];
        CurveDerivatives curve = CurveDerivatives.Of(here.Length);
        ResponseCurves.Derivatives(given.Model, given.Items, 0, given.Theta, curve);
        return Bits.Same(curve.Probability.ToArray(), here)
            && Bits.Close(curve.First.ToArray(), first, relative: 1e-6)
            && Bits.Close(curve.Second.ToArray(), second, relative: 1e-5);

        double[] At(double away) => Probabilities(given.Model, given.Items, given.Theta + away);
    });

    [Fact]
    public void Derivatives_of_the_logarithm_are_those_of_the_probability() => Cases.Sample(given =>
    {
        int categories = given.Items.Thresholds[0].Length + 1;
        CurveDerivatives plain = CurveDerivatives.Of(categories);
        CurveDerivatives logs = CurveDerivatives.Of(categories);
        ResponseCurves.Derivatives(given.Model, given.Items, 0, given.Theta, plain);
        ResponseCurves.LogDerivatives(given.Model, given.Items, 0, given.Theta, logs);
        for (int c = 0; c < categories; c++)
        {
            double relative = plain.First[c] / plain.Probability[c];
            if (!Bits.Close(
                [logs.First[c], logs.Second[c]], [relative, (plain.Second[c] / plain.Probability[c]) - (relative * relative)], relative: 1e-8))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void A_reversed_item_is_the_mirror_of_its_twin() => Cases
        .Where(given => given.Model is not (ItemModel.Rasch or ItemModel.PartialCredit))
        .Sample(given =>
        {
            ItemParameters mirror = given.Items with
            {
                Slopes = [-given.Items.Slopes[0]],
                Thresholds = [[.. given.Items.Thresholds[0].Select(step => -step)]],
            };
            return Bits.Close(
                Probabilities(given.Model, mirror.For(given.Model), -given.Theta),
                Probabilities(given.Model, given.Items, given.Theta),
                relative: 1e-14);
        });

    [Fact]
    public void The_graded_item_of_the_framework_has_its_probabilities()
    {
        ItemParameters item = new(["i1"], [1.5], [[-1, 0, 1.2]], [0]);

        Bits.Close(
            Probabilities(ItemModel.Graded, item, 0.5), [0.095349465, 0.225471836, 0.419953598, 0.259225101], relative: 1e-9)
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData(ItemModel.TwoParameter, 5000)]
    [InlineData(ItemModel.TwoParameter, -5000)]
    [InlineData(ItemModel.Graded, 5000)]
    [InlineData(ItemModel.Graded, -5000)]
    [InlineData(ItemModel.GeneralisedPartialCredit, 5000)]
    [InlineData(ItemModel.GeneralisedPartialCredit, -5000)]
    public void Far_from_the_item_the_logarithm_keeps_its_slope(ItemModel model, double theta)
    {
        ItemParameters item = new(["i1"], [1.5], [model == ItemModel.TwoParameter ? [0] : [-1, 0, 1.2]], [0]);
        CurveDerivatives curve = CurveDerivatives.Of(item.Thresholds[0].Length + 1);

        ResponseCurves.LogDerivatives(model, item, 0, theta, curve);

        int certain = theta > 0 ? item.Thresholds[0].Length : 0;
        int impossible = item.Thresholds[0].Length - certain;
        int steps = model == ItemModel.GeneralisedPartialCredit ? 3 : 1;
        curve.Probability[certain].ShouldBe(1);
        curve.First[certain].ShouldBe(0);
        curve.First[impossible].ShouldBe(-Math.Sign(theta) * 1.5 * steps, tolerance: 1e-12);
    }

    [Fact]
    public void Between_two_equal_thresholds_there_is_nothing()
    {
        ItemParameters item = new(["i1"], [2], [[0.3, 0.3]], [0]);

        Probabilities(ItemModel.Graded, item, 0.3).ShouldBe([0.5, 0, 0.5]);
    }

    private static double[] Probabilities(ItemModel model, ItemParameters items, double theta)
    {
        double[] probability = new double[items.Thresholds[0].Length + 1];
        ResponseCurves.Probabilities(model, items, 0, theta, probability);
        return probability;
    }
}
