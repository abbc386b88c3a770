using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Agglomeration;

/// <summary>The exposure to agglomeration advantages that a register with coordinates can show.</summary>
public static class RegisterExposures
{
    internal const string Source = "framework 1.3, 1.4.1, 1.4.7 and 2.5; inspired by Caniëls & Romijn 2003, doi:10.1023/A:1027468505311";

    private static readonly string[] NotInAnyRegister =
        ["EE09", "EE10", "EE12", "EE14", "JA01", "JA02", "JA03", "JA04", "JA05", "DE02", "DE03"];

    /// <summary>Measures the indicators and ranks the firms of the sample by them.</summary>
    /// <remarks>
    /// EE01 own-industry workers, decaying. EE02 input suppliers near, and per producer. EE03 process specialists near, and
    /// the entropy of their stages. EE04 distance to the nearest suppliers and dealers. EE05 dealers near; distance to the
    /// nearest market town. EE06 accessibility of laboratories, training centres, estates and banks; distance to the
    /// nearest. EE07 users near. EE08 own-industry firms within 1, 5 and 20 km. EE11 those near, and their churn. EE13 size
    /// of incumbents over entrants. JA06, JA07 institutes near. DE01 establishments and workers near. DE04 variety and
    /// related variety near, less is more. DE05 growth of own-industry firms and workers near. The firm itself never counts.
    /// Each indicator becomes (rank − ½)/n over the sample; an exposure is the mean of those of its advantage that are
    /// known for the firm. What needs roles of industries, institutions or years is there when the study has them. EE09,
    /// EE10, EE12, EE14, JA01 to JA05, DE02 and DE03 cannot be seen in a register and are never made up. Closed
    /// establishments count for churn and growth alone and have no exposure of their own. Cost: per firm of the sample the
    /// neighbours in reach, 40 δ or 20 km in its industry and the near radius in others; memory linear in the register.
    /// Source: framework 1.3, 1.4.1, 1.4.7 and 2.5, scoring of an exposure.
    /// </remarks>
    /// <param name="input">The register, the sample, and what the study says beside them.</param>
    /// <param name="options">Distances and years.</param>
    /// <param name="cancellationToken">Looked at between firms.</param>
    /// <returns>The indicators and the exposures.</returns>
    public static RegisterExposuresResult Estimate(
        RegisterSample input, RegisterExposureOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        input.Check();
        options ??= new RegisterExposureOptions();
        IReadOnlyList<RegisterIndicator> indicators = Measure(input, [options], onlyByDistance: false, cancellationToken)[0];
        return new RegisterExposuresResult
        {
            Input = input,
            Indicators = indicators,
            Exposures = Score(input, indicators),
            Notes = NotesOn(input, indicators),
            Provenance = new Provenance("agglomeration.register-exposures", options.Describe(), Source),
        };
    }

    /// <summary>Measures the indicators under several options in one pass over the firms.</summary>
    internal static IReadOnlyList<RegisterIndicator>[] Measure(
        RegisterSample input, IReadOnlyList<RegisterExposureOptions> variants, bool onlyByDistance, CancellationToken cancellationToken)
    {
        double near = variants.Max(options => options.NearKilometres);
        double decay = Decayed.Reach(variants.Max(options => options.DecayKilometres));
        Surroundings around = new(input, Math.Max(Math.Max(decay, near), SameProductDensity.Widest), near);
        IndicatorRule[][] rules = [.. variants.Select(options => RulesOf(around, input, options, cancellationToken)
            .Where(rule => !onlyByDistance || rule.DependsOnDistance).ToArray())];
        double[][][] values = [.. rules.Select(variant => variant.Select(_ => new double[input.Sample.Count]).ToArray())];
        for (int i = 0; i < input.Sample.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            around.MoveTo(i);
            bool open = input.Firms.IsOpen(around.Firm);
            for (int variant = 0; variant < rules.Length; variant++)
            {
                for (int rule = 0; rule < rules[variant].Length; rule++)
                {
                    values[variant][rule][i] = open ? rules[variant][rule].Measure(around) : double.NaN;
                }
            }
        }

        return [.. rules.Select((variant, v) => (IReadOnlyList<RegisterIndicator>)[.. variant.Select(
            (rule, r) => new RegisterIndicator(rule.AdvantageId, rule.Name, rule.Unit, rule.LessIsMore, values[v][r]))])];
    }

    /// <summary>Gives the mean over the indicators of each advantage of the ranks of the firms.</summary>
    internal static ExposureTable Score(RegisterSample input, IReadOnlyList<RegisterIndicator> indicators) => new(
        input.Firms.Ids,
        [.. indicators.GroupBy(indicator => indicator.AdvantageId, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Spread(group.Key, input, MeanOf([.. group.Select(indicator => indicator.Ranked())])))]);

    private static List<IndicatorRule> RulesOf(
        Surroundings around, RegisterSample input, RegisterExposureOptions options, CancellationToken cancellationToken)
    {
        InstitutionAccessResult? access = input.Institutions is null
            ? null
            : InstitutionAccess.Estimate(input, options.Access, cancellationToken);
        List<IndicatorRule> rules =
        [
            .. Congestion.Rules(around, options),
            .. MarketAccess.Rules(around, access, options),
            .. SharedInfrastructure.Rules(access, options),
            .. InstituteReach.Rules(access, options),
        ];
        if (input.Firms.Industries.Length == 0)
        {
            return rules;
        }

        int? present = input.Firms.Founded.Length + input.Firms.Closed.Length == 0 ? null : input.Firms.PresentYear;
        return
        [
            .. rules,
            .. LabourPooling.Rules(options),
            .. InputSuppliers.Rules(around, options),
            .. ProcessSpecialists.Rules(around, options),
            .. TransactionDistance.Rules(around, options),
            .. NearbyUsers.Rules(around, options),
            .. SameProductDensity.Rules(),
            .. LocalRivalry.Rules(around, present, options),
            .. EntrantSize.Rules(around, present, options),
            .. NeighbourhoodVariety.Rules(around, options),
            .. CrowdingGrowth.Rules(around, present, options),
        ];
    }

    private static double[] MeanOf(IReadOnlyList<double>[] ranks)
    {
        double[] means = new double[ranks[0].Count];
        for (int i = 0; i < means.Length; i++)
        {
            int firm = i;
            means[i] = Sums.Mean([.. ranks.Select(rank => rank[firm]).Where(rank => !double.IsNaN(rank))]);
        }

        return means;
    }

    private static Exposure Spread(string advantage, RegisterSample input, double[] values)
    {
        double[] all = new double[input.Firms.Count];
        double[] errors = new double[input.Firms.Count];
        Array.Fill(all, double.NaN);
        Array.Fill(errors, double.NaN);
        for (int i = 0; i < values.Length; i++)
        {
            all[input.Sample[i]] = values[i];
        }

        return new Exposure(advantage, all, errors, "register");
    }

    private static List<Note> NotesOn(RegisterSample input, IReadOnlyList<RegisterIndicator> indicators)
    {
        HashSet<string> shown = [.. indicators.Select(indicator => indicator.AdvantageId)];
        string[] missing = [.. new[] { "EE01", "EE02", "EE03", "EE04", "EE05", "EE06", "EE07", "EE08", "EE11", "EE13", "JA06", "JA07", "DE04", "DE05" }
            .Where(advantage => !shown.Contains(advantage))];
        List<Note> notes =
        [
            new Note(
                "not-in-a-register", Severity.Information,
                $"No register shows {string.Join(", ", NotInAnyRegister)}: they need ties or a survey."),
        ];
        if (missing.Length > 0)
        {
            notes.Add(new Note(
                "not-in-this-register", Severity.Information,
                $"{string.Join(", ", missing)} need roles of industries, institutions or years that the study does not have."));
        }

        if (input.Firms.Founded.Length > 0 && input.Firms.Closed.Length == 0)
        {
            notes.Add(new Note(
                "closures-not-recorded", Severity.Warning,
                "The register has years of founding but none of closing: churn and growth of EE11 and DE05 count survivors only and overstate growth."));
        }

        return notes;
    }
}
