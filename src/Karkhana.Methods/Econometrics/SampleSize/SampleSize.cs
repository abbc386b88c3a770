using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Econometrics;

/// <summary>How many firms a study needs.</summary>
public static class SampleSize
{
    internal const string Source =
        "Cochran 1977, Sampling Techniques; Kish 1965, Survey Sampling; Cohen 1988, Statistical Power Analysis for the Behavioral Sciences; Fritz & MacKinnon 2007, doi:10.1111/j.1467-9280.2007.01882.x";

    private const double Crumb = 0.01;
    private const int Most = 10_000_000;

    /// <summary>Gives the size of the sample for each plan.</summary>
    /// <remarks>
    /// Design effect D = 1 + (m − 1)ρ with m firms per town. Proportion: n = D z²p(1 − p)/d², of a population of N
    /// n/(1 + (n − 1)/N). Difference: n = D (1 + 1/r)(z + z_power)²s²/δ² in the first arm and r n in the second.
    /// Mediation: the least n at which the test that both standardised paths a and b differ from 0 has the power, times D;
    /// the power is integrated over the exact distribution with normal variables (no simulation). Sizes are rounded up; what
    /// lacks less than a hundredth of a firm is let go. Invited: total over the response rate, rounded up. Means are taken
    /// as normal with known variance, which asks for about one firm per arm fewer than Student's t. Assumes that D holds for the
    /// paths of a mediation, which it does when x varies between towns only and is too careful otherwise.
    /// Cost: one formula; mediation some twenty integrals of 2·48² terms.
    /// Source: Cochran 1977, sections 4.4 and 4.6; Kish 1965, section 5.4; Cohen 1988, section 2.4; Fritz and MacKinnon
    /// 2007, doi:10.1111/j.1467-9280.2007.01882.x (joint test).
    /// </remarks>
    /// <param name="plans">The plans.</param>
    /// <param name="options">Design, level, power.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between plans.</param>
    /// <returns>Sizes by plan.</returns>
    /// <exception cref="ArgumentException">A value that the design needs is missing, or outside its range.</exception>
    public static SampleSizeResult Estimate(
        SamplePlans plans, SampleSizeOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plans);
        options ??= new SampleSizeOptions();
        IReadOnlyList<double> needed = options.Design switch
        {
            SampleDesign.Proportion => Needed(plans.Margin, "margin"),
            SampleDesign.Difference => Needed(plans.Difference, "difference"),
            _ => Needed(plans.FirstPath, "first_path"),
        };
        PlannedSize[] sizes = new PlannedSize[needed.Count];
        for (int plan = 0; plan < sizes.Length; plan++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double effect = 1 + ((Value(plans.ClusterSize, plan, 1, (1, 1e9), "cluster_size") - 1)
                * Value(plans.IntraclusterCorrelation, plan, 0, (0, 1), "intracluster_correlation"));
            (double first, double second, double power) = options.Design switch
            {
                SampleDesign.Proportion => (OfProportion(plans, plan, effect, options), 0, double.NaN),
                SampleDesign.Difference => OfDifference(plans, plan, effect, options),
                _ => OfMediation(plans, plan, effect, options),
            };
            double response = Value(plans.ResponseRate, plan, 1, (1e-6, 1), "response_rate");
            sizes[plan] = new PlannedSize(first, first + second, effect, Up((first + second) / response), power);
        }

        return new SampleSizeResult
        {
            Plans = sizes,
            Design = options.Design,
            Notes = [],
            Provenance = new Provenance(
                "econometrics.sample-size",
                FormattableString.Invariant($"design = {options.Design}, level = {options.Level}, power = {options.Power}"),
                Source),
        };
    }

    private static double OfProportion(SamplePlans plans, int plan, double effect, SampleSizeOptions options)
    {
        double margin = Value(plans.Margin, plan, double.NaN, (1e-6, 0.5), "margin");
        double share = Value(plans.Proportion, plan, 0.5, (1e-9, 1 - 1e-9), "proportion");
        double population = Value(plans.Population, plan, double.PositiveInfinity, (1, double.PositiveInfinity), "population");
        double z = DistributionQuantiles.TwoSidedNormal(options.Level);
        double count = effect * z * z * share * (1 - share) / (margin * margin);
        return Math.Min(population, Up(count / (1 + ((count - 1) / population))));
    }

    private static (double First, double Second, double Power) OfDifference(SamplePlans plans, int plan, double effect, SampleSizeOptions options)
    {
        double difference = Math.Abs(Value(plans.Difference, plan, double.NaN, (-1e12, 1e12), "difference"));
        Require.That(difference > 0, "difference", FormattableString.Invariant($"must not be 0; plan {plan + 1} had 0"));
        double deviation = Value(plans.Deviation, plan, 1, (1e-12, 1e12), "std_deviation");
        double ratio = Value(plans.Ratio, plan, 1, (0.01, 100), "ratio");
        double z = DistributionQuantiles.TwoSidedNormal(options.Level);
        double sum = z + Normal.InvCDF(0, 1, options.Power);
        double count = effect * (1 + (1 / ratio)) * sum * sum * deviation * deviation / (difference * difference);
        (double first, double second) = (Up(count), Up(ratio * count));
        double shift = difference / deviation / Math.Sqrt(effect * ((1 / first) + (1 / second)));
        return (first, second, NormalTail.Upper(z - shift) + NormalTail.Upper(z + shift));
    }

    private static (double First, double Second, double Power) OfMediation(SamplePlans plans, int plan, double effect, SampleSizeOptions options)
    {
        double first = Value(plans.FirstPath, plan, double.NaN, (-0.999, 0.999), "first_path");
        double second = Value(Needed(plans.SecondPath, "second_path"), plan, double.NaN, (-0.999, 0.999), "second_path");
        double direct = Value(plans.DirectPath, plan, 0, (-0.999, 0.999), "direct_path");
        Require.That(Math.Min(Math.Abs(first), Math.Abs(second)) >= 0.01, "first_path", FormattableString.Invariant(
            $"and second_path must be at least 0.01 from 0; plan {plan + 1} had {first} and {second}"));
        double left = JointSignificance.Unexplained(first, second, direct);
        Require.That(left > 0, "direct_path", FormattableString.Invariant(
            $"must leave variance of the outcome with the other paths; plan {plan + 1} left {left}"));
        JointSignificance test = new(first, second, direct, options.Level);
        int enough = 8;
        while (enough < Most && test.Power(enough) < options.Power)
        {
            enough *= 2;
        }

        int few = enough == 8 ? 4 : enough / 2;
        while (enough - few > 1)
        {
            int middle = few + ((enough - few) / 2);
            (few, enough) = test.Power(middle) < options.Power ? (middle, enough) : (few, middle);
        }

        return (Up(effect * enough), 0, test.Power(enough));
    }

    private static double Up(double count) => Math.Ceiling(count - Crumb);

    private static IReadOnlyList<double> Needed(IReadOnlyList<double>? values, string name)
    {
        Require.That(values is { Count: > 0 }, "plans", $"must hold {name} for this design");
        return values!;
    }

    private static double Value(
        IReadOnlyList<double>? values, int plan, double usual, (double Least, double Most) range, string name)
    {
        if (values is null)
        {
            return usual;
        }

        Require.That(plan < values.Count, name, FormattableString.Invariant($"must have a value for plan {plan + 1}; it had {values.Count} values"));
        return double.IsNaN(values[plan]) && !double.IsNaN(usual) ? usual : Require.Between(values[plan], range.Least, range.Most, name);
    }
}
