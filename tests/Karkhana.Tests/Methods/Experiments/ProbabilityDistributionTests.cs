using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ProbabilityDistributionTests
{
    private static readonly Gen<double> Shapes = Gen.Double[-4, 5].Select(power => Math.Pow(10, power));

    private static readonly Gen<(DistributionName Name, Dictionary<string, double> Parameters)> Continuous = Gen.Select(
        OneOf(
            DistributionName.Normal, DistributionName.Student, DistributionName.ChiSquare, DistributionName.F, DistributionName.Gamma,
            DistributionName.Beta, DistributionName.LogNormal, DistributionName.Weibull, DistributionName.Gumbel),
        Shapes, Shapes, (name, first, second) => (name, ParametersOf(name, first, second)));

    private static readonly Gen<(DistributionName Name, Dictionary<string, double> Parameters)> Counts = Gen.Select(
        OneOf(DistributionName.Poisson, DistributionName.NegativeBinomial, DistributionName.Binomial, DistributionName.Hypergeometric),
        Gen.Double[0.05, 30], Gen.Double[0.05, 30], (name, first, second) => (name, ParametersOf(name, first, second)));

    [Fact]
    public void Values_in_closed_form_are_met()
    {
        Of(DistributionName.ChiSquare, new() { ["df"] = 2 }, DistributionFunction.Survival, 700).ShouldBe(Math.Exp(-350), tolerance: 1e-165);
        Of(DistributionName.Student, new() { ["df"] = 1 }, DistributionFunction.Cumulative, 1).ShouldBe(0.75, tolerance: 1e-14);
        Of(DistributionName.Student, new() { ["df"] = 1 }, DistributionFunction.Quantile, 0.25).ShouldBe(-1, tolerance: 1e-12);
        Of(DistributionName.F, new() { ["df1"] = 2, ["df2"] = 2 }, DistributionFunction.Cumulative, 3).ShouldBe(0.75, tolerance: 1e-14);
        Of(DistributionName.Beta, new() { ["a"] = 3, ["b"] = 1 }, DistributionFunction.Cumulative, 1e-80).ShouldBe(1e-240, tolerance: 1e-252);
        Of(DistributionName.Gamma, new() { ["shape"] = 1, ["scale"] = 2 }, DistributionFunction.Density, 0).ShouldBe(0.5);
        Of(DistributionName.Poisson, new() { ["mean"] = 2 }, DistributionFunction.Cumulative, 1.9).ShouldBe(3 * Math.Exp(-2), tolerance: 1e-14);
        Of(DistributionName.Poisson, new() { ["mean"] = 2 }, DistributionFunction.Density, 1.5).ShouldBe(0);
        Of(DistributionName.Binomial, new() { ["trials"] = 3, ["probability"] = 0.5 }, DistributionFunction.Density, 1).ShouldBe(0.375, tolerance: 1e-14);
        Of(DistributionName.NegativeBinomial, new() { ["size"] = 1, ["mean"] = 1 }, DistributionFunction.Survival, 2).ShouldBe(0.125, tolerance: 1e-14);
        Of(DistributionName.Hypergeometric, new() { ["population"] = 5, ["successes"] = 2, ["draws"] = 2 }, DistributionFunction.Density, 2)
            .ShouldBe(0.1, tolerance: 1e-14);
        Of(DistributionName.Normal, new() { ["mean"] = 0, ["sd"] = 1 }, DistributionFunction.LogCumulative, -100).ShouldBe(-5005.5242086942, tolerance: 1e-9);
        Of(DistributionName.Weibull, new() { ["shape"] = 2, ["scale"] = 3 }, DistributionFunction.Survival, 6).ShouldBe(Math.Exp(-4), tolerance: 1e-16);
        Of(DistributionName.Gumbel, new() { ["location"] = 1, ["scale"] = 2 }, DistributionFunction.Quantile, Math.Exp(-1)).ShouldBe(1, tolerance: 1e-14);
        Of(DistributionName.LogNormal, new() { ["mu"] = 2, ["sigma"] = 1 }, DistributionFunction.Quantile, 0.5).ShouldBe(Math.Exp(2), tolerance: 1e-13);
    }

    [Fact]
    public void A_far_tail_that_other_software_misses_has_its_exact_value()
    {
        // Σ of five terms in rational arithmetic with 60 digits; R 4.2 gives −4944.313688927.
        Of(DistributionName.F, new() { ["df1"] = 1e6, ["df2"] = 10 }, DistributionFunction.LogCumulative, 0.001)
            .ShouldBe(-4944.31368881381945, tolerance: 1e-9);
    }

    [Fact]
    public void A_quantile_has_the_probability_it_was_asked_for() =>
        Gen.Select(Continuous, Gen.Double[-40, 0]).Sample((own, power) =>
        {
            double tail = 0.5 * Math.Pow(10, power);
            double quantile = Of(own.Name, own.Parameters, DistributionFunction.Quantile, tail);
            double log = Of(own.Name, own.Parameters, DistributionFunction.LogCumulative, quantile);
            // Below the least number, above the greatest one and next to 1 the quantile itself has no more digits.
            return quantile == 0 || double.IsInfinity(quantile) || Roughness(own.Name, own.Parameters, quantile) > 1e-9
                || Math.Abs(log - Math.Log(tail)) < 1e-7;
        });

    [Fact]
    public void Tails_add_to_one_and_rise_with_x() => Gen.Select(Continuous, Gen.Double[-5, 5], Gen.Double[0, 3]).Sample((own, at, step) =>
    {
        double Cumulative(double x) => Of(own.Name, own.Parameters, DistributionFunction.Cumulative, x);
        double survival = Of(own.Name, own.Parameters, DistributionFunction.Survival, at);
        return Math.Abs(Cumulative(at) + survival - 1) < 1e-12 && Cumulative(at + step) >= Cumulative(at) - 1e-12
            && Math.Abs(Math.Exp(Of(own.Name, own.Parameters, DistributionFunction.LogCumulative, at)) - Cumulative(at)) < 1e-14;
    });

    [Fact]
    public void The_density_is_the_slope_of_the_cumulative() => Gen.Select(Continuous, Gen.Double[0.05, 0.95]).Sample((own, probability) =>
    {
        double x = Of(own.Name, own.Parameters, DistributionFunction.Quantile, probability);
        double density = Of(own.Name, own.Parameters, DistributionFunction.Density, x);
        double width = 1e-4 / density; // so wide that the cumulative changes by about 1e-4
        bool smooth = double.IsFinite(width) && double.IsFinite(x) && width < 0.01 * Math.Abs(x) && Roughness(own.Name, own.Parameters, x) < 1e-9;
        double Cumulative(double at) => Of(own.Name, own.Parameters, DistributionFunction.Cumulative, at);
        double slope = smooth ? (Cumulative(x + width) - Cumulative(x - width)) / (2 * width) : 0;
        return !smooth || Math.Abs((slope / density) - 1) < 1e-2;
    });

    [Fact]
    public void Probabilities_of_counts_add_to_the_cumulative() => Gen.Select(Counts, Gen.Int[0, 40]).Sample((own, count) =>
    {
        double[] upTo = [.. Enumerable.Range(0, count + 1).Select(k => Of(own.Name, own.Parameters, DistributionFunction.Density, k))];
        double cumulative = Of(own.Name, own.Parameters, DistributionFunction.Cumulative, count);
        double survival = Of(own.Name, own.Parameters, DistributionFunction.Survival, count);
        return Math.Abs(upTo.Sum() - cumulative) < 1e-12 && Math.Abs(cumulative + survival - 1) < 1e-12;
    });

    [Fact]
    public void The_quantile_of_a_count_is_the_first_that_reaches_the_probability() => Gen.Select(Counts, Gen.Double[0.001, 0.999]).Sample((own, probability) =>
    {
        double quantile = Of(own.Name, own.Parameters, DistributionFunction.Quantile, probability);
        double Cumulative(double x) => Of(own.Name, own.Parameters, DistributionFunction.Cumulative, x);
        return Cumulative(quantile) >= probability - 1e-12 && Cumulative(quantile - 1) < probability + 1e-12;
    });

    [Fact]
    public void Ends_of_the_support_are_the_quantiles_of_0_and_1()
    {
        double End(DistributionName name, double probability) => Of(name, ParametersOf(name, 2, 3), DistributionFunction.Quantile, probability);

        (End(DistributionName.Normal, 0), End(DistributionName.Normal, 1)).ShouldBe((double.NegativeInfinity, double.PositiveInfinity));
        (End(DistributionName.Gamma, 0), End(DistributionName.Gamma, 1)).ShouldBe((0, double.PositiveInfinity));
        (End(DistributionName.Beta, 0), End(DistributionName.Beta, 1)).ShouldBe((0, 1));
        (End(DistributionName.Binomial, 0), End(DistributionName.Binomial, 1)).ShouldBe((0, 6));
        (End(DistributionName.Poisson, 0), End(DistributionName.Poisson, 1)).ShouldBe((0, double.PositiveInfinity));
        foreach (DistributionName name in Enum.GetValues<DistributionName>())
        {
            Of(name, ParametersOf(name, 2, 3), DistributionFunction.Cumulative, double.NegativeInfinity).ShouldBe(0, name.ToString());
            Of(name, ParametersOf(name, 2, 3), DistributionFunction.Cumulative, double.PositiveInfinity).ShouldBe(1, name.ToString());
            Of(name, ParametersOf(name, 2, 3), DistributionFunction.Density, double.PositiveInfinity).ShouldBe(0, name.ToString());
        }
    }

    [Fact]
    public void Urns_without_balls_or_draws_have_their_only_count()
    {
        Of(DistributionName.Hypergeometric, new() { ["population"] = 0, ["successes"] = 0, ["draws"] = 0 }, DistributionFunction.Density, 0).ShouldBe(1);
        Of(DistributionName.Hypergeometric, new() { ["population"] = 9, ["successes"] = 4, ["draws"] = 9 }, DistributionFunction.Density, 4).ShouldBe(1, tolerance: 1e-14);
        Of(DistributionName.Binomial, new() { ["trials"] = 5, ["probability"] = 1 }, DistributionFunction.Cumulative, 4).ShouldBe(0);
        Of(DistributionName.Binomial, new() { ["trials"] = 0, ["probability"] = 0.4 }, DistributionFunction.Quantile, 0.7).ShouldBe(0);
    }

    [Fact]
    public void Wrong_parameters_and_arguments_are_refused_with_value_and_range()
    {
        string Message(DistributionName name, Dictionary<string, double> parameters, DistributionFunction function = default, double x = 0.5) =>
            Should.Throw<ArgumentException>(() => Of(name, parameters, function, x)).Message;

        Message(DistributionName.Normal, new() { ["mean"] = 0 }).ShouldContain("must be mean, sd; given were mean");
        Message(DistributionName.Student, new() { ["df"] = 3, ["sd"] = 1 }).ShouldContain("must be df; given were df, sd");
        Message(DistributionName.Normal, new() { ["mean"] = 0, ["sd"] = 0 }).ShouldContain("sd must be finite and positive; it was 0");
        Message(DistributionName.Beta, new() { ["a"] = 1, ["b"] = -2 }).ShouldContain("b must lie in [1E-06, 10000000000]; it was -2");
        Message(DistributionName.Binomial, new() { ["trials"] = 2.5, ["probability"] = 0.5 }).ShouldContain("whole number");
        Message(DistributionName.Binomial, new() { ["trials"] = 2, ["probability"] = 1.5 }).ShouldContain("must lie in [0, 1]; it was 1.5");
        Message(DistributionName.Hypergeometric, new() { ["population"] = 5, ["successes"] = 6, ["draws"] = 2 }).ShouldContain("in [0, 5]; it was 6");
        Message(DistributionName.Student, new() { ["df"] = 3 }, DistributionFunction.Quantile, 1.5).ShouldContain("value 1 was 1.5");
        Message(DistributionName.Student, new() { ["df"] = 3 }, DistributionFunction.Density, double.NaN).ShouldContain("value 1 was NaN");
    }

    // How much the logarithm of the lower tail changes with the last digit of x.
    private static double Roughness(DistributionName name, Dictionary<string, double> parameters, double x)
    {
        double Log(double at) => Of(name, parameters, DistributionFunction.LogCumulative, at);
        return Math.Abs(Log(Math.BitIncrement(x)) - Log(Math.BitDecrement(x)));
    }

    private static Gen<DistributionName> OneOf(params DistributionName[] names) => Gen.Int[0, names.Length - 1].Select(place => names[place]);

    private static Dictionary<string, double> ParametersOf(DistributionName name, double first, double second) => name switch
    {
        DistributionName.Normal => new() { ["mean"] = second, ["sd"] = first },
        DistributionName.Student or DistributionName.ChiSquare => new() { ["df"] = first },
        DistributionName.F => new() { ["df1"] = first, ["df2"] = second },
        DistributionName.Gamma => new() { ["shape"] = first, ["scale"] = second },
        DistributionName.Weibull => new() { ["shape"] = Math.Clamp(first, 0.1, 10), ["scale"] = second },
        DistributionName.Beta => new() { ["a"] = first, ["b"] = second },
        DistributionName.LogNormal => new() { ["mu"] = 1, ["sigma"] = Math.Clamp(first, 0.01, 5) },
        DistributionName.Gumbel => new() { ["location"] = second, ["scale"] = first },
        DistributionName.Poisson => new() { ["mean"] = first },
        DistributionName.NegativeBinomial => new() { ["size"] = first, ["mean"] = second },
        DistributionName.Binomial => new() { ["trials"] = Math.Round(3 * first), ["probability"] = second / 31 },
        _ => new() { ["population"] = 100, ["successes"] = Math.Round(3 * first), ["draws"] = Math.Round(3 * second) },
    };

    private static double Of(DistributionName name, Dictionary<string, double> parameters, DistributionFunction function, double x) =>
        ProbabilityDistribution.Estimate(
            new DistributionPoints([x]),
            new ProbabilityDistributionOptions { Distribution = name, Parameters = parameters, Function = function }).Values[0];
}
