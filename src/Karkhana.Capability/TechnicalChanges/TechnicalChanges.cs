using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How often firms change what they make and how they make it, how soon, at what cost and on whose idea.</summary>
public static class TechnicalChanges
{
    private const string All = "all";
    private const string Any = "any";

    /// <summary>Counts the technical changes of the firms that were watched.</summary>
    /// <remarks>
    /// A firm is watched from the later of the first year of the window and its founding to the earlier of the last year
    /// and the year before it closed: T years. Rates: changes over Σ T, by type and by source, exact intervals, ratio of
    /// clustered to dispersed firms (<see cref="EventRate"/>), scaled by the pooled dispersion within groups where that of
    /// all firms or of a group is clear (<see cref="RateRatio.Scaled"/>), p-values adjusted within types and within sources (Benjamini
    /// and Hochberg). First change: time = its year − first watched year + 1, censored at T; Kaplan and Meier by group and
    /// log-rank test, for any change and for each type. Costs: quartiles (type 7) of the known ones
    /// from 20 firms, the median from 10. Sources: shares of the
    /// changes whose source is known, Goodman's intervals, which hold for all at once (<see cref="MultinomialInterval"/>).
    /// Innovation index: Σ novelty · depth over the last years of the window (<see cref="InnovationIndex"/>). Firms without
    /// changes count. Assumes that changes are independent and rates constant; changes of one firm are not quite
    /// independent, so that intervals are somewhat too narrow: the dispersion tells. Sampling weights are not used. A
    /// firm that stood before the window may have changed things before it: the time is since watching began. Cost:
    /// changes × kinds. Source: the event log is that of Fransman and King 1984, Technological Capability in the Third
    /// World; von Hippel 1988, The Sources of Innovation, for the shares; the others with their measures; framework
    /// section 8, rows 18 and 31. Agrees with: the measures that it calls, exactly.
    /// </remarks>
    /// <param name="register">The register, for founding and closing.</param>
    /// <param name="changes">The changes and the years of the window.</param>
    /// <param name="watched">The firms whose changes would be known.</param>
    /// <param name="options">Coverage and window of the innovation index.</param>
    /// <returns>The account; null when no firm was watched in any year.</returns>
    /// <exception cref="ArgumentException">A firm twice, or a status missing.</exception>
    public static TechnicalChangesResult? Estimate(
        FirmRegister register, TechnicalChangeTable changes, WatchedFirms watched, TechnicalChangeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(watched);
        Require.SameLength(watched.Firms.Count, watched.Clustered.Count, nameof(watched.Clustered));
        Require.That(
            watched.Firms.Distinct().Count() == watched.Firms.Count, nameof(watched.Firms), "must hold each firm once");
        options ??= new TechnicalChangeOptions();
        WatchedFirm[] firms = WatchedFirm.Of(register, changes, watched);
        if (firms.Length == 0)
        {
            return null;
        }

        TechnicalChange[] counted = [.. firms.SelectMany(firm => firm.Changes)];
        return new TechnicalChangesResult
        {
            FirstYear = changes.FirstYear,
            LastYear = changes.LastYear,
            Firms = firms.Length,
            FirmYears = firms.Sum(firm => firm.Years),
            FirmsWithChange = firms.Count(firm => firm.Changes.Length > 0),
            Changes = counted.Length,
            LeftOut = changes.Count - counted.Length,
            Rates = Rates(firms, counted, options),
            FirstChanges = FirstChanges(firms, options),
            Costs = Costs(counted),
            Sources = Sources(counted, options),
            FirmsBySource = counted.GroupBy(SourceOf, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(change => change.Firm).Distinct().Count(), StringComparer.Ordinal),
            FirmsWithSource = counted.Where(change => SourceOf(change).Length > 0).Select(change => change.Firm).Distinct().Count(),
            Scored = counted.Count(IsScored),
            Innovations = Innovations(register, firms, counted, changes.LastYear, options),
            InnovationWindow = options.InnovationWindow,
        };
    }

    /// <summary>Gives the source in small letters; empty when it is not known.</summary>
    private static string SourceOf(TechnicalChange change) => change.Source.ToLowerInvariant();

    private static bool IsScored(TechnicalChange change) => !double.IsNaN(change.Novelty) && !double.IsNaN(change.Depth);

    private static IEnumerable<string> SourceWords(TechnicalChange[] changes) => changes.Select(SourceOf)
        .Where(source => source.Length > 0)
        .GroupBy(source => source, StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => group.Key);

    private static List<ChangeRate> Rates(WatchedFirm[] firms, TechnicalChange[] changes, TechnicalChangeOptions options) =>
    [
        RateOf(firms, All, All, _ => true, options),
        .. Adjusted(Enum.GetValues<TechnicalChangeType>().Select(
            type => RateOf(firms, "type", Words.Of(type), change => change.Type == type, options))),
        .. Adjusted(SourceWords(changes).Select(
            source => RateOf(firms, "source", source, change => SourceOf(change) == source, options))),
    ];

    private static ChangeRate RateOf(
        WatchedFirm[] firms, string by, string category, Func<TechnicalChange, bool> counts, TechnicalChangeOptions options)
    {
        EventCounts all = new(
            [.. firms.Select(firm => (double)firm.Changes.Count(counts))], [.. firms.Select(firm => (double)firm.Years)]);
        EventRateOptions rate = new() { Confidence = options.Confidence };
        EventRateResult? groups = HasBothGroups(firms)
            ? EventRate.Estimate(
                all with { Groups = [.. firms.Select(firm => firm.Group)] }, rate with { Reference = WatchedFirm.Dispersed })
            : null;
        EventRateResult together = EventRate.Estimate(all, rate);
        double dispersion = DispersionOf(together, groups);
        RateRatio? ratio = double.IsNaN(dispersion)
            ? groups?.Ratios[0]
            : RateRatio.Scaled(groups!.Rates[0], groups.Rates[1], dispersion, options.Confidence);
        WatchedFirm[] made = [.. firms.Where(firm => firm.Changes.Any(counts))];
        return new ChangeRate(by, category, together, groups, ratio?.PValue ?? double.NaN)
        {
            FirmsWith = firms.Select(firm => firm.Group).Distinct().Append(All)
                .ToDictionary(group => group, group => made.Count(firm => group == All || firm.Group == group), StringComparer.Ordinal),
            Ratio = ratio,
            RatioDispersion = dispersion,
        };
    }

    // NaN where the exact comparison stands; a group without change says nothing of how changes go together.
    private static double DispersionOf(EventRateResult together, EventRateResult? groups)
    {
        if (groups is null || !together.Notes.Concat(groups.Notes).Any(note => note.Code == "overdispersion"))
        {
            return double.NaN;
        }

        GroupRate[] known = [.. groups.Rates.Where(rate => double.IsFinite(rate.Dispersion))];
        return known.Length == 0
            ? double.NaN
            : Math.Max(1, known.Sum(rate => rate.Dispersion * (rate.Rows - 1)) / known.Sum(rate => rate.Rows - 1));
    }

    private static IEnumerable<ChangeRate> Adjusted(IEnumerable<ChangeRate> rates)
    {
        ChangeRate[] raw = [.. rates];
        return raw.Any(rate => rate.Groups is null)
            ? raw
            : raw.Zip(
                MultipleTesting.BenjaminiHochberg([.. raw.Select(rate => rate.AdjustedPValue)]),
                (rate, p) => rate with { AdjustedPValue = p });
    }

    private static bool HasBothGroups(WatchedFirm[] firms) => firms.Any(firm => firm.Group != firms[0].Group);

    private static List<FirstChange> FirstChanges(WatchedFirm[] firms, TechnicalChangeOptions options) =>
    [
        FirstOf(firms, Any, _ => true, options),
        .. Enum.GetValues<TechnicalChangeType>()
            .Where(type => firms.Any(firm => firm.Changes.Any(change => change.Type == type)))
            .Select(type => FirstOf(firms, Words.Of(type), change => change.Type == type, options)),
    ];

    private static FirstChange FirstOf(
        WatchedFirm[] firms, string category, Func<TechnicalChange, bool> counts, TechnicalChangeOptions options)
    {
        SurvivalSample Sample(IEnumerable<WatchedFirm> of)
        {
            (double Time, bool Came, string Group)[] rows = [.. of.Select(firm => (firm.ToFirst(counts), firm.Group))
                .Select(row => (row.Item1.Time, row.Item1.Came, row.Group))];
            return new SurvivalSample([.. rows.Select(row => row.Time)], [.. rows.Select(row => row.Came)])
            {
                Groups = [.. rows.Select(row => row.Group)],
            };
        }

        SurvivalCurveOptions curve = new() { Confidence = options.Confidence };
        return new FirstChange(
            category,
            firms.GroupBy(firm => firm.Group).OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => SurvivalCurve.Estimate(Sample(group), curve), StringComparer.Ordinal),
            HasBothGroups(firms) ? LogRankTest.Estimate(Sample(firms)) : null);
    }

    private static List<ChangeCost> Costs(TechnicalChange[] changes) =>
    [
        CostOf(All, changes),
        .. changes.GroupBy(change => change.Type).OrderBy(group => group.Key)
            .Select(group => CostOf(Words.Of(group.Key), [.. group])),
    ];

    private static ChangeCost CostOf(string category, TechnicalChange[] changes)
    {
        TechnicalChange[] known = [.. changes.Where(change => !double.IsNaN(change.Cost))];
        double[] costs = [.. known.Select(change => change.Cost).Order()];
        int firms = known.Select(change => change.Firm).Distinct().Count();

        // A quartile of few costs is what a single firm paid; as many firms imply as many costs.
        double Quartile(double probability, int least) => firms < least ? double.NaN : Quantiles.Type7(costs, probability);
        return new ChangeCost(
            category, firms, known.Length, changes.Length,
            Quartile(0.25, ChangeCost.LeastForQuartiles), Quartile(0.5, ChangeCost.LeastForMedian),
            Quartile(0.75, ChangeCost.LeastForQuartiles));
    }

    private static MultinomialIntervalResult? Sources(TechnicalChange[] changes, TechnicalChangeOptions options)
    {
        string[] categories = [.. SourceWords(changes)];
        string[] known = [.. changes.Select(SourceOf).Where(source => source.Length > 0)];
        return known.Length == 0
            ? null
            : MultinomialInterval.Estimate(
                new CategoryCounts(known, [.. known.Select(_ => 1.0)]),
                new MultinomialIntervalOptions { Categories = categories, Confidence = options.Confidence });
    }

    private static InnovationIndexResult? Innovations(
        FirmRegister register, WatchedFirm[] firms, TechnicalChange[] changes, int lastYear, TechnicalChangeOptions options)
    {
        TechnicalChange[] scored = [.. changes.Where(IsScored)];
        return scored.Length == 0
            ? null
            : InnovationIndex.Estimate(
                new FirmInnovations(
                    [.. scored.Select(change => register.Ids[change.Firm])], [.. scored.Select(change => change.Novelty)],
                    [.. scored.Select(change => change.Depth)])
                {
                    Years = [.. scored.Select(change => (double)change.Year)],
                    Asked = [.. firms.Select(firm => register.Ids[firm.Firm])],
                },
                new InnovationIndexOptions { Window = options.InnovationWindow, LastYear = lastYear });
    }
}
