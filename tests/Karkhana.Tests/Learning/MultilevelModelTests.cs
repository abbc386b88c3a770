using CsCheck;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Learning;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class MultilevelModelTests
{
    private const double Error = 0.7;

    [Theory]
    [InlineData(60, MultilevelEstimator.MixedModel)]
    [InlineData(19, MultilevelEstimator.SmallSampleMixedModel)]
    public void Slopes_within_and_between_places_that_made_the_data_come_back(int places, MultilevelEstimator estimator)
    {
        Planted planted = new(places, 30);

        MultilevelModelResult result = Estimate(planted.Sample(0), new MultilevelEquation("capability", "capability", ["EE01"]));

        result.Estimator.ShouldBe(estimator);
        ContextualEffect effect = result.ContextualEffects.ShouldHaveSingleItem();
        double unit = planted.Unit();
        effect.Within.ShouldBe(0.4 * unit, tolerance: 0.05);
        Math.Abs(effect.Estimate - (0.6 * unit)).ShouldBeLessThan(3.5 * effect.StandardError);
        (effect.ConfidenceLow > 0).ShouldBeTrue();
        result.PlaceVariance.ShouldBeGreaterThan(0);
        result.SlopeVariance.ShouldBe(double.NaN);
    }

    [Fact]
    public void The_contextual_effect_is_between_less_within_with_the_error_of_both()
    {
        // In places of one size the slopes of the two levels are not correlated, and the slope within is that of place effects.
        MultilevelModelResult result = Estimate(new Planted(12, 10).Sample(0), new MultilevelEquation("capability", "capability", ["EE01"]));
        CoefficientTable table = result.Coefficients;
        (int within, int between, int contextual) = (table.Find("EE01_within"), table.Find("EE01_between"), table.Find("EE01_contextual"));

        Close(table.Estimates[contextual], table.Estimates[between] - table.Estimates[within]);
        Close(table.StandardErrors[contextual], Math.Sqrt(Square(table.StandardErrors[within]) + Square(table.StandardErrors[between])));
        table.DegreesOfFreedom[contextual].ShouldBe(Math.Min(table.DegreesOfFreedom[within], table.DegreesOfFreedom[between]));
        Close(table.DegreesOfFreedom[between], 10, tolerance: 1e-4); // places less two
        result.ContextualEffects[0].PValue.ShouldBe(table.PValues[contextual]);

        static double Square(double value) => value * value;
    }

    [Fact]
    public void Measurement_takes_degrees_of_freedom_from_slopes_within_places_and_not_from_those_that_count_places()
    {
        // In places of one size a draw has places less two degrees of freedom between, and firms less places less one within.
        MultilevelModelResult result = Estimate(new Planted(12, 10).WithEffort(Error), new MultilevelEquation("effort", "capability", ["effort"]));
        (int within, int between) = (result.Coefficients.Find("effort_within"), result.Coefficients.Find("effort_between"));
        double Share(int term) => result.Pooled.ShareBetween[term];

        result.Pooled.Runs.ShouldBe(20);
        Close(result.Coefficients.DegreesOfFreedom[between], 1 / (((1 - Share(between)) * (1 - Share(between)) / 10) + (Share(between) * Share(between) / 19)), tolerance: 0.02);
        double observed = 108.0 / 110 * 107 * (1 - Share(within));
        double imputed = 19 / (Share(within) * Share(within));
        Close(result.Coefficients.DegreesOfFreedom[within], imputed * observed / (imputed + observed), tolerance: 0.02);
    }

    [Fact]
    public void Firms_whose_place_is_not_known_are_left_out()
    {
        LearningSample sample = new Planted(60, 30).Sample(0);
        MultilevelEquation equation = new("capability", "capability", ["EE01"]);
        int[] lost = [.. Enumerable.Range(0, sample.Firms.Count).Where(firm => firm % 7 == 0)];
        string[] places = [.. sample.Places.Select((place, firm) => lost.Contains(firm) ? "" : place)];

        Estimate(sample with { Places = places }, equation).Firms.Count.ShouldBe(sample.Firms.Count - lost.Length);
        MultilevelModel.Estimate(sample with { Places = [.. places.Select(_ => "")] }, equation, null, TestContext.Current.CancellationToken).ShouldBeNull();
    }

    [Fact]
    public void Fewer_than_eight_places_have_effects_of_their_own_and_are_described()
    {
        Planted planted = new(7, 20);
        MultilevelEquation equation = new("capability", "capability", ["EE01", "joint"]) { Products = [new CrossLevelProduct("EE01", "joint")] };

        MultilevelModelResult result = Estimate(planted.Sample(0), equation);

        result.Estimator.ShouldBe(MultilevelEstimator.PlaceEffects);
        result.Coefficients.Terms.ShouldBe(["EE01_within"]);
        result.ContextualEffects.ShouldBeEmpty();
        result.PlaceVariance.ShouldBe(double.NaN);
        result.Notes.ShouldContain(note => note.Code == "number-of-places" && note.Text.Contains("We cannot tell contextual effects"));
        result.Notes.ShouldContain(note => note.Code == "between-places-left-out");
        result.Places.Select(place => place.Firms).ShouldBe(Enumerable.Repeat(20, 7));
        Sums.Mean([.. result.Places.Select(place => place.Outcome)]).ShouldBe(0, tolerance: 1e-10);
        result.ToPlaceTable().RowCount.ShouldBe(7);

        // The slope within places of a mixed model with places of one size is the same.
        double slope = result.Coefficients.Estimates[0];
        double[] x = planted.Exposure;
        double[] y = planted.Capability(0);
        double[] deviations = [.. x.Select((value, firm) => value - Sums.Mean(x.AsSpan(firm / 20 * 20, 20)))];
        Close(slope, Sums.Dot(deviations, y) / Sums.Dot(deviations, deviations) * planted.Unit());
    }

    [Theory]
    [InlineData(7, 1, MultilevelEstimator.PlaceEffects)]
    [InlineData(8, 1, MultilevelEstimator.SmallSampleMixedModel)]
    [InlineData(8, 4, MultilevelEstimator.PlaceEffects)]
    [InlineData(19, 4, MultilevelEstimator.SmallSampleMixedModel)]
    [InlineData(20, 4, MultilevelEstimator.MixedModel)]
    [InlineData(20, 16, MultilevelEstimator.PlaceEffects)]
    public void The_number_of_places_decides(int places, int placeMeans, MultilevelEstimator expected) =>
        MultilevelModel.EstimatorFor(places, placeMeans).ShouldBe(expected);

    [Fact]
    public void The_design_effect_is_that_of_the_framework()
    {
        // 25 firms in each of ten places with mean squares 1 within and (1 + 24 · 0.08) / 0.92 between: the correlation is 0.08.
        double shift = Math.Sqrt((1 + (24 * 0.08)) / 0.92 / 25 * 9 / 10);
        double[] outcome = [.. Enumerable.Range(0, 250).Select(firm =>
            (firm / 25 % 2 == 0 ? shift : -shift) + (firm % 25 == 24 ? 0 : firm % 2 == 0 ? 1 : -1))];
        LearningSample sample = Sample(outcome, Gaussian(250, 5), 0, [.. outcome.Select((_, firm) => firm / 25 % 3 * 1.0)], 25);

        MultilevelModelResult result = Estimate(sample, new MultilevelEquation("capability", "capability", ["EE01"]));

        Close(result.IntraclassCorrelation, 0.08);
        Close(result.DesignEffect, 2.92);
    }

    [Fact]
    public void A_product_across_levels_and_a_slope_that_differs_come_back()
    {
        Planted planted = new(80, 25);
        MultilevelEquation equation = new("capability", "capability", ["EE01", "joint"])
        {
            Products = [new CrossLevelProduct("EE01", "joint")],
            Slope = "EE01",
        };

        MultilevelModelResult result = Estimate(planted.Sample(0, product: 0.3, slopes: 0.2), equation);

        double unit = planted.Unit(product: 0.3, slopes: 0.2);
        int at = result.Coefficients.Find("EE01_within:joint_between");
        double expected = 0.3 * unit * Spread(planted.Joint);
        Math.Abs(result.Coefficients.Estimates[at] - expected).ShouldBeLessThan(3.5 * result.Coefficients.StandardErrors[at]);
        result.Coefficients.StandardErrors[at].ShouldBeLessThan(expected / 3);
        Math.Sqrt(result.SlopeVariance).ShouldBe(0.2 * unit, tolerance: 0.06);
        result.Coefficients.Terms.ShouldNotContain("joint_within");
        result.Coefficients.Terms.ShouldNotContain("joint_contextual");
    }

    [Fact]
    public void An_error_of_measurement_that_is_told_no_longer_makes_up_a_contextual_effect()
    {
        // One slope at both levels. Error that is not told shrinks the slope within much more than that of means of places.
        Planted planted = new(40, 30);
        MultilevelEquation equation = new("effort", "capability", ["effort"]);

        MultilevelModelResult untold = Estimate(planted.WithEffort(0), equation);
        MultilevelModelResult told = Estimate(planted.WithEffort(Error), equation);

        untold.ContextualEffects[0].ConfidenceLow.ShouldBeGreaterThan(0);
        (told.ContextualEffects[0].ConfidenceLow, told.ContextualEffects[0].ConfidenceHigh).ShouldSatisfyAllConditions(
            limits => limits.ConfidenceLow.ShouldBeLessThan(0), limits => limits.ConfidenceHigh.ShouldBeGreaterThan(0));
        told.ContextualEffects[0].Within.ShouldBeGreaterThan(1.3 * untold.ContextualEffects[0].Within);
        told.Pooled.Runs.ShouldBe(20);
        told.Pooled.ShareBetween.ShouldAllBe(share => share > 0);
    }

    [Fact]
    public void An_error_of_measurement_that_is_told_no_longer_shrinks_a_product_across_levels()
    {
        Planted planted = new(40, 30);
        MultilevelEquation equation = new("effort", "capability", ["effort", "joint"]) { Products = [new CrossLevelProduct("effort", "joint")] };

        (double known, double unit) = Product(planted.WithEffort(0, product: 0.3, seen: 0));
        (double untold, _) = Product(planted.WithEffort(0, product: 0.3));
        (double told, double seenUnit) = Product(planted.WithEffort(Error, product: 0.3));

        // In units of capability per unit of true effort.
        (known / unit).ShouldBe(0.3, tolerance: 0.05);
        (untold / seenUnit).ShouldBeLessThan(0.24);
        (told / seenUnit).ShouldBe(known / unit, tolerance: 0.05);

        (double Estimate, double Unit) Product(LearningSample sample)
        {
            CoefficientTable table = Estimate(sample, equation).Coefficients;
            return (table.Estimates[table.Find("effort_within:joint_between")],
                Spread([.. sample.Scores.Scores[1].Values]) / Spread([.. sample.Scores.Scores[0].Values]) * Spread(planted.Joint));
        }
    }

    [Fact]
    public void Neither_the_order_of_firms_nor_the_names_of_places_matter() => Gen.Select(Gen.Int[8, 24], Gen.Int[4, 9], Gen.Int[0, 1_000_000]).Sample((places, size, shift) =>
    {
        LearningSample sample = new Planted(places, size, shift).Sample(0);
        int[] order = [.. sample.Firms.Reverse()];
        LearningSample other = sample with
        {
            Firms = order,
            Clustered = [.. order.Select(firm => sample.Clustered[firm])],
            Places = [.. order.Select(firm => "z" + sample.Places[firm])],
            Variables = new Dictionary<string, double[]> { ["joint"] = [.. order.Select(firm => sample.Variables["joint"][firm])] },
        };
        MultilevelEquation equation = new("capability", "capability", ["EE01", "joint"]);
        (MultilevelModelResult first, MultilevelModelResult second) = (Estimate(sample, equation), Estimate(other, equation));

        return first.Coefficients.Terms.SequenceEqual(second.Coefficients.Terms)
            && Bits.Close(first.Coefficients.Estimates, second.Coefficients.Estimates, relative: 1e-5)
            && Bits.Close(first.Coefficients.StandardErrors, second.Coefficients.StandardErrors, relative: 1e-5)
            && Math.Abs(first.IntraclassCorrelation - second.IntraclassCorrelation) < 1e-9;
    });

    [Fact]
    public void Means_of_few_firms_and_weights_that_are_not_used_are_told()
    {
        Planted planted = new(30, 3);
        LearningSample sample = planted.Sample(0);
        LearningSample mixed = sample with { Variables = new Dictionary<string, double[]> { ["mixed"] = Gaussian(90, 44) }, Weights = [.. sample.Firms.Select(_ => 2.0)] };

        MultilevelModelResult result = Estimate(mixed, new MultilevelEquation("capability", "capability", ["mixed"]));

        result.Notes.Select(note => note.Code).ShouldBe(["number-of-places", "means-of-few-firms", "weights-not-used"], ignoreOrder: true);
        Estimate(sample, new MultilevelEquation("capability", "capability", ["EE01"])).Notes.ShouldNotContain(note => note.Code == "weights-not-used");
    }

    [Fact]
    public void Too_few_firms_or_one_place_give_nothing_and_unsound_equations_are_refused()
    {
        LearningSample sample = new Planted(12, 10).Sample(0);
        MultilevelEquation equation = new("capability", "capability", ["EE01"]);

        MultilevelModel.Estimate(new Planted(12, 2).Sample(0), equation, null, TestContext.Current.CancellationToken).ShouldBeNull();
        MultilevelModel.Estimate(sample with { Places = [.. sample.Firms.Select(_ => "one")] }, equation, null, TestContext.Current.CancellationToken).ShouldBeNull();
        MultilevelModel.Estimate(sample, new MultilevelEquation("joint", "capability", ["joint"]), null, TestContext.Current.CancellationToken).ShouldBeNull();
        Refused(new MultilevelEquation("none", "capability", []), "at least one term");
        Refused(new MultilevelEquation("twice", "capability", ["EE01", "EE01"]), "EE01, EE01");
        Refused(new MultilevelEquation("product", "capability", ["EE01:joint"]), "one was EE01:joint");
        Refused(equation with { Slope = "joint" }, "joint is not there");
        Refused(equation with { Products = [new CrossLevelProduct("EE01", "EE01")] }, "with itself");
        Refused(new MultilevelEquation("unknown", "capability", ["EE99"]), "\"EE99\"");

        void Refused(MultilevelEquation wrong, string text) => Should.Throw<ArgumentException>(
            () => MultilevelModel.Estimate(sample, wrong, null, TestContext.Current.CancellationToken)).Message.ShouldContain(text);
    }

    private static MultilevelModelResult Estimate(LearningSample sample, MultilevelEquation equation) =>
        MultilevelModel.Estimate(sample, equation, null, TestContext.Current.CancellationToken).ShouldNotBeNull();

    private static void Close(double value, double expected, double tolerance = 1e-8) => value.ShouldBe(expected, tolerance: tolerance * Math.Abs(expected));

    private static double Spread(double[] values) => Math.Sqrt(Sums.Variance(values));

    private static LearningSample Sample(double[] capability, double[] exposure, double capabilityError, double[] joint, int size)
    {
        int firms = capability.Length;
        string[] ids = SampleSurveys.Ids(firms);
        return new LearningSample(
            [.. Enumerable.Range(0, firms)],
            [.. Enumerable.Range(0, firms).Select(firm => firm % 2 == 0)],
            [.. Enumerable.Range(0, firms).Select(firm => $"p{firm / size}")],
            new ExposureTable(ids, [new Exposure("EE01", exposure, [], "test")]),
            new ScoreTable(ids, [new Score("capability", capability, [.. capability.Select(_ => capabilityError)], "test", [])]),
            new Dictionary<string, double[]>())
        {
            Variables = new Dictionary<string, double[]> { ["joint"] = joint },
        };
    }

    private static double[] Gaussian(int count, int replicate)
    {
        RandomStream stream = new(12, RandomPurpose.Example, 3000 + replicate);
        return [.. Enumerable.Range(0, count).Select(_ => stream.NextGaussian())];
    }

    // Synthetic: capability = 0.4 (x − place) + 1.0 place + 0.3 u + product (x − place) joint + slopes v (x − place) + 0.5 e.
    private sealed class Planted
    {
        private readonly int _size;
        private readonly double[] _deviations;
        private readonly double[] _means;
        private readonly double[] _noise;
        private readonly double[] _constants;
        private readonly double[] _slopes;

        public Planted(int places, int size, int shift = 0)
        {
            _size = size;
            (_constants, _slopes, _noise) = (Gaussian(places, shift + 1), Gaussian(places, shift + 2), Gaussian(places * size, shift + 3));
            double[] raw = Gaussian(places * size, shift + 4);
            _deviations = [.. raw.Select((value, firm) => value - Sums.Mean(raw.AsSpan(firm / size * size, size)))];
            _means = Gaussian(places, shift + 6);
            double[] joint = Gaussian(places, shift + 7);
            Joint = [.. raw.Select((_, firm) => joint[firm / size])];
            Exposure = [.. _deviations.Select((deviation, firm) => deviation + _means[firm / size])];
        }

        public double[] Exposure { get; }

        public double[] Joint { get; }

        public double[] Capability(double product, double slopes = 0) => [.. _deviations.Select((deviation, firm) =>
        {
            int place = firm / _size;
            return (0.4 * deviation) + _means[place] + (0.3 * _constants[place]) + (product * deviation * Joint[firm])
                + (slopes * _slopes[place] * deviation) + (0.5 * _noise[firm]);
        })];

        public LearningSample Sample(double error, double product = 0, double slopes = 0) =>
            MultilevelModelTests.Sample(Capability(product, slopes), Exposure, error, Joint, _size);

        /// <summary>Standard deviations of the outcome per standard deviation of the exposure, for a slope of 1.</summary>
        public double Unit(double product = 0, double slopes = 0) => Spread(Exposure) / Spread(Capability(product, slopes));

        public LearningSample WithEffort(double told, double product = 0, double seen = Error)
        {
            double[] noise = Gaussian(Exposure.Length, 9);
            double[] capability = [.. Exposure.Select((value, firm) => (0.6 * value) + (product * _deviations[firm] * Joint[firm]) + (0.3 * _constants[firm / _size]) + (0.5 * _noise[firm]))];
            LearningSample sample = MultilevelModelTests.Sample(capability, Exposure, 0, Joint, _size);
            double[] effort = [.. Exposure.Select((value, firm) => value + (seen * noise[firm]))];
            return sample with
            {
                Scores = new ScoreTable(sample.Scores.FirmIds, [.. sample.Scores.Scores, new Score("effort", effort, [.. effort.Select(_ => told)], "test", [])]),
            };
        }
    }
}
