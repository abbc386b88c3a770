using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>How often events come per unit of exposure, such as technical changes per firm-year.</summary>
public static class EventRate
{
    internal const string Source =
        "Garwood 1936, doi:10.1093/biomet/28.3-4.437; Clopper & Pearson 1934, doi:10.1093/biomet/26.4.404; Przyborowski & Wilenski 1940, doi:10.1093/biomet/31.3-4.313";

    private const double Clear = 0.01;

    /// <summary>Estimates rates with exact intervals and compares groups.</summary>
    /// <remarks>
    /// x events in exposure T: rate x/T, limits χ²_{2x}(α/2)/(2T), 0 when x = 0, and χ²_{2x+2}(1 − α/2)/(2T) (Garwood).
    /// Ratio to the group of comparison with x₀ in T₀: (x/T)/(x₀/T₀); given n = x + x₀, x is binomial with odds of the
    /// ratio times T/T₀: limits from those of Clopper and Pearson, p the sum of the probabilities of all splits that
    /// are no more likely than that which came. Assumes that events are independent and rates constant; firms that
    /// differ make intervals too narrow. Dispersion: Σ (x_i − T_i rate)²/(T_i rate) over rows − 1; where its
    /// chi-square law leaves less than 0.01 above it, a note warns. Cost: one pass, and the events for p.
    /// Source: Garwood 1936, doi:10.1093/biomet/28.3-4.437; Clopper and Pearson 1934, doi:10.1093/biomet/26.4.404;
    /// Przyborowski and Wilenski 1940, doi:10.1093/biomet/31.3-4.313. Agrees with: R 4.2 poisson.test, relative 1e-9.
    /// </remarks>
    /// <param name="counts">Events and exposures, with groups when there are any.</param>
    /// <param name="options">Coverage, group of comparison, unit.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>Rates by group and their ratios.</returns>
    /// <exception cref="ArgumentException">What is no count or no exposure, a group without exposure, or a group of
    /// comparison that is not there.</exception>
    public static EventRateResult Estimate(
        EventCounts counts,
        EventRateOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(counts);
        options ??= new EventRateOptions();
        counts.Check();
        GroupRate[] rates = [.. Enumerable.Range(0, counts.Events.Count)
            .GroupBy(i => counts.Groups.Count == 0 ? "all" : counts.Groups[i])
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => RateOf(group.Key, [.. group.Select(i => counts.Events[i])], [.. group.Select(i => counts.Exposures[i])], options.Confidence))];
        int reference = options.Reference is null ? 0 : Array.FindIndex(rates, rate => rate.Group == options.Reference);
        Require.That(
            reference >= 0, nameof(options.Reference),
            $"must be one of the groups {string.Join(", ", rates.Select(rate => rate.Group))}; it was {options.Reference}");
        return new EventRateResult
        {
            Rates = rates,
            Ratios = [.. rates.Select((rate, g) => g == reference ? RateRatio.Itself : RateRatio.Of(rate, rates[reference], options.Confidence))],
            Per = options.Per,
            Notes = [.. rates.SelectMany(Notes)],
            Provenance = new Provenance(
                "econometrics.event-rate",
                FormattableString.Invariant(
                    $"confidence = {options.Confidence}, reference = {rates[reference].Group}, per = {options.Per}"),
                Source),
        };
    }

    private static GroupRate RateOf(string group, double[] events, double[] exposures, double confidence)
    {
        (double x, double time) = (Sums.Sum(events), Sums.Sum(exposures));
        Require.That(time > 0, nameof(EventCounts.Exposures), $"must add up to more than 0 in each group; group {group} has none");
        Require.That(x < int.MaxValue, nameof(EventCounts.Events), $"must add up to less than {int.MaxValue} in each group; group {group} has more");
        double tail = (1 - confidence) / 2;
        double rate = x / time;
        double[] distances = [.. events.Zip(exposures).Where(row => row.Second > 0)
            .Select(row => (row.First - (row.Second * rate)) * (row.First - (row.Second * rate)) / (row.Second * rate))];
        return new GroupRate(
            group,
            events.Length,
            x,
            time,
            rate,
            x == 0 ? 0 : DistributionQuantiles.OfChiSquare(2 * x, tail) / (2 * time),
            DistributionQuantiles.OfChiSquare((2 * x) + 2, 1 - tail) / (2 * time),
            x == 0 || distances.Length < 2 ? double.NaN : Sums.Sum(distances) / (distances.Length - 1))
        {
            RowsAtRisk = exposures.Count(exposure => exposure > 0),
        };
    }

    private static IEnumerable<Note> Notes(GroupRate rate)
    {
        double degrees = rate.RowsAtRisk - 1;
        if (rate.Dispersion > 1 && ChiSquare.UpperTail(rate.Dispersion * degrees, degrees) < Clear)
        {
            yield return new Note("overdispersion", Severity.Warning, FormattableString.Invariant(
                $"Events of group {rate.Group} vary {rate.Dispersion:0.0} times as much between rows as independent events would: the interval is too narrow."));
        }
    }
}
