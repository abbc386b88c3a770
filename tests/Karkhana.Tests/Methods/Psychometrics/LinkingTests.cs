using CsCheck;
using Karkhana.Methods.Psychometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class LinkingTests
{
    // Anchors of one difficulty have no spread to take a scale from.
    private static readonly Gen<(ItemModel Model, ItemParameters Base, double Slope, double Intercept)> Cases = (
        from model in ModelAnswers.Models
        from items in ModelAnswers.Items(model, least: 4, most: 8)
        from slope in Gen.Double[0.6, 1.6]
        from intercept in Gen.Double[-1, 1]
        select (Model: model, Base: items, Slope: model is ItemModel.Rasch or ItemModel.PartialCredit ? 1 : slope, Intercept: intercept))
        .Where(given => given.Base.Thresholds.Max(steps => steps.Max()) - given.Base.Thresholds.Min(steps => steps.Min()) > 0.3);

    [Fact]
    public void Mean_and_sigma_of_two_items_are_worked_out_by_hand()
    {
        // Difficulties 0 and 2 against −1 and 3: A = √2/√8 = 1/2, B = 1 − 1/2 · 1 = 1/2; slopes 1 and 3 against 1 and 1: A = 1/2.
        LinkedForms forms = new(
            new(["a", "b"], [1, 3], [[0], [2]], [0, 0]), new(["a", "b"], [1, 1], [[-1], [3]], [0, 0]));

        LinkingResult sigma = Estimate(forms, ItemModel.TwoParameter, LinkingMethod.MeanSigma);
        LinkingResult mean = Estimate(forms, ItemModel.TwoParameter, LinkingMethod.MeanMean);

        (sigma.Slope, sigma.Intercept).ShouldBe((0.5, 0.5));
        (mean.Slope, mean.Intercept).ShouldBe((0.5, 0.5));
        sigma.Linked.Slopes.ShouldBe([2, 2]);
        sigma.Linked.Thresholds.SelectMany(steps => steps).ShouldBe([0, 2]);
        sigma.Criterion.ShouldBe(double.NaN);
        sigma.Notes.ShouldHaveSingleItem().Code.ShouldBe("few-anchors");
    }

    [Fact]
    public void A_known_change_of_scale_is_found_by_every_method() => Cases.Sample(given =>
    {
        ItemParameters moved = Backwards(given.Base, given.Slope, given.Intercept);
        return Enum.GetValues<LinkingMethod>().All(method => new[] { false, true }.All(symmetric =>
        {
            LinkingResult result = Linking.Estimate(
                new LinkedForms(given.Base, moved), new() { Model = given.Model, Method = method, Symmetric = symmetric }, cancellationToken: Token);
            return Bits.Close([result.Slope, result.Intercept], [given.Slope, given.Intercept], relative: 1e-7)
                && Bits.Close([.. result.Linked.Thresholds.SelectMany(steps => steps)], [.. given.Base.Thresholds.SelectMany(steps => steps)], relative: 1e-6)
                && result.Drifting.All(drifts => !drifts)
                && result.Notes.Count == 0;
        }));
    }, iter: 30);

    [Fact]
    public void The_curves_lie_nearer_than_for_any_other_constants() => Gen.Select(Cases, Gen.Double[-0.3, 0.3].Array[8]).Sample((given, noise) =>
    {
        ItemParameters moved = Backwards(given.Base, given.Slope, given.Intercept);
        ItemParameters noisy = moved with { Thresholds = [.. moved.Thresholds.Select((steps, item) => steps.Select(step => step + noise[item]).ToArray())] };
        LatentGrid grid = LatentGrid.EquallySpaced(61, 6);
        return new[] { LinkingMethod.Haebara, LinkingMethod.StockingLord }.All(method =>
        {
            LinkingResult result = Estimate(new LinkedForms(given.Base, noisy), given.Model, method);
            double least = Distance(method, result.Slope, result.Intercept);
            double[] around = [.. new[] { (0.01, 0.0), (-0.01, 0), (0, 0.01), (0, -0.01) }
                .Where(step => step.Item1 == 0 || given.Model is not (ItemModel.Rasch or ItemModel.PartialCredit))
                .Select(step => Distance(method, result.Slope + step.Item1, result.Intercept + step.Item2))];
            return Bits.Close([result.Criterion], [least], relative: 1e-10) && around.All(other => other >= least - 1e-12);
        });

        double Distance(LinkingMethod method, double slope, double intercept)
        {
            ItemParameters linked = Forwards(noisy, slope, intercept);
            double sum = 0;
            for (int q = 0; q < grid.Count; q++)
            {
                double gap = 0;
                for (int item = 0; item < linked.Count; item++)
                {
                    double[] kept = new double[linked.Thresholds[item].Length + 1];
                    double[] brought = new double[kept.Length];
                    ResponseCurves.Probabilities(given.Model, given.Base, item, grid.Nodes[q], kept);
                    ResponseCurves.Probabilities(given.Model, linked, item, grid.Nodes[q], brought);
                    sum += method == LinkingMethod.Haebara ? grid.Weights[q] * kept.Zip(brought, (a, b) => (a - b) * (a - b)).Sum() : 0;
                    gap += kept.Select((value, c) => c * (value - brought[c])).Sum();
                }

                sum += method == LinkingMethod.StockingLord ? grid.Weights[q] * gap * gap : 0;
            }

            return sum;
        }
    }, iter: 30);

    [Theory]
    [InlineData(LinkingMethod.MeanMean)]
    [InlineData(LinkingMethod.MeanSigma)]
    [InlineData(LinkingMethod.Haebara)]
    [InlineData(LinkingMethod.StockingLord)]
    public void An_anchor_that_moved_is_flagged_and_can_be_left_out(LinkingMethod method)
    {
        double[] difficulties = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 0.2];
        double[] noise = [0.02, -0.03, 0.01, 0.04, -0.02, 0.03, -0.01, -0.04, 0.02, 1.2];
        ItemParameters kept = ModelAnswers.Binary(difficulties);
        ItemParameters brought = ModelAnswers.Binary([.. difficulties.Zip(noise, (b, e) => b - 0.7 + e)]);

        LinkingResult all = Estimate(new LinkedForms(kept, brought), ItemModel.TwoParameter, method);
        LinkingResult without = Linking.Estimate(
            new LinkedForms(kept, brought), new() { Model = ItemModel.TwoParameter, Method = method, Anchors = [.. kept.Items.Take(9)] }, cancellationToken: Token);

        all.Drifting[9].ShouldBeTrue();
        Math.Abs(all.ThresholdZ[9]).ShouldBe(all.ThresholdZ.Max(Math.Abs));
        without.Intercept.ShouldBe(0.7, tolerance: 0.03);
        without.Anchors.Count.ShouldBe(9);
        without.Linked.Count.ShouldBe(10);
    }

    [Fact]
    public void Robust_z_divides_by_the_spread_of_the_middle_half()
    {
        // Median 2, quartiles 1 and 3: (9 − 2)/(0.74 · 2).
        Bits.Close(AnchorDrift.RobustZ([0, 1, 2, 3, 9]), [-2 / 1.48, -1 / 1.48, 0, 1 / 1.48, 7 / 1.48], relative: 1e-14).ShouldBeTrue();
        AnchorDrift.RobustZ([1, 1, 1, 1, 2]).ShouldBe([0, 0, 0, 0, double.PositiveInfinity]);
        AnchorDrift.RobustZ([1, 1, double.NaN]).ShouldBe([0, 0, double.NaN]);
    }

    [Fact]
    public void A_slope_that_changed_sign_drifts()
    {
        ItemParameters kept = ModelAnswers.Binary([-1, 0, 1, 2], slope: 1.5);
        ItemParameters brought = kept with { Slopes = [1.5, 1.5, 1.5, -0.5] };

        LinkingResult result = Estimate(new LinkedForms(kept, brought), ItemModel.TwoParameter, LinkingMethod.MeanSigma);

        result.Drifting.ShouldBe([false, false, false, true]);
    }

    [Fact]
    public void Items_are_matched_by_name_and_the_others_are_linked_too()
    {
        ItemParameters kept = new(["a", "b", "c", "d"], [1, 1, 1, 1], [[0], [1], [-1], [0.5]], [0, 0, 0, 0]);
        ItemParameters brought = new(["new", "d", "c", "b", "a"], [1, 1, 1, 1, 1], [[3], [0.3], [-1.2], [0.8], [-0.2]], [0, 0, 0, 0, 0]);

        LinkingResult result = Estimate(new LinkedForms(kept, brought), ItemModel.Rasch, LinkingMethod.StockingLord);

        result.Anchors.ShouldBe(["a", "b", "c", "d"]);
        result.Intercept.ShouldBe(0.2, tolerance: 1e-9);
        result.Linked.Thresholds[0][0].ShouldBe(3.2, tolerance: 1e-9);
        result.ToTable().RowCount.ShouldBe(4);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        ItemParameters two = new(["a", "b"], [1, 1], [[0], [1]], [0, 0]);
        Refused(new(two, two with { Items = ["c", "d"] }), new() { Model = ItemModel.Rasch }, "at least one item of both");
        Refused(new(two, two), new() { Model = ItemModel.Rasch, Anchors = ["z"] }, "z is not");
        Refused(new(two, two with { Thresholds = [[0], [1, 2]] }), new() { Model = ItemModel.Graded }, "b had 1 and 2");
        Refused(new(two, two with { Slopes = [-1, -1] }), new() { Model = ItemModel.TwoParameter, Method = LinkingMethod.MeanMean }, "same sign");
        Refused(new(two, two), new() { Model = ItemModel.TwoParameter, Method = LinkingMethod.MeanSigma, Anchors = ["a"] }, "two different thresholds");
        Should.Throw<ArgumentOutOfRangeException>(() => new LinkingOptions { Model = ItemModel.Rasch, CriticalZ = 0 });

        static void Refused(LinkedForms forms, LinkingOptions options, string words) =>
            Should.Throw<ArgumentException>(() => Linking.Estimate(forms, options, cancellationToken: Token)).Message.ShouldContain(words);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static LinkingResult Estimate(LinkedForms forms, ItemModel model, LinkingMethod method) =>
        Linking.Estimate(forms, new() { Model = model, Method = method }, cancellationToken: Token);

    private static ItemParameters Backwards(ItemParameters items, double slope, double intercept) => items with
    {
        Slopes = [.. items.Slopes.Select(own => own * slope)],
        Thresholds = [.. items.Thresholds.Select(steps => steps.Select(step => (step - intercept) / slope).ToArray())],
    };

    private static ItemParameters Forwards(ItemParameters items, double slope, double intercept) => items with
    {
        Slopes = [.. items.Slopes.Select(own => own / slope)],
        Thresholds = [.. items.Thresholds.Select(steps => steps.Select(step => (step * slope) + intercept).ToArray())],
    };
}
