using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>Does exposure go with effort alike in all regimes, and what goes with being held back by this or that (model M1)?</summary>
public static class EffortByRegime
{
    private const int LeastFirms = 20;
    private const string Source =
        "framework 3.5 (M1, M1d), 3.3.3; McFadden 1974, in Frontiers in Econometrics (ed. Zarembka), 105-142; Rubin 1987, doi:10.1002/9780470316696";

    private static readonly LearningChannel[] Channels =
    [
        LearningChannel.CostOfEffort, LearningChannel.ResourcesForEffort, LearningChannel.IncentiveForEffort, LearningChannel.EffectivenessOfEffort,
    ];

    /// <summary>Estimates both.</summary>
    /// <remarks>
    /// Effort: E = Σ_r (a_r + b_r A) [regime r] + controls + absorptive capacity + status, A the mean exposure to all advantages, regimes by the answers of the firms
    /// (M12, M3, M4), those of fewer than 20 complete firms left out with their firms: pooling regimes estimates a mixture, for in the liquidity regime exposure works
    /// through cost and resources, in the interior through cost, incentive and effectiveness. Differences of slopes by the product terms. Constraints: multinomial logit of
    /// M12 on the indices of cost, resources, incentive and effectiveness and absorptive capacity. Measurement error and standard errors of the
    /// former: as <see cref="LearningEquations"/>. Firms that state a regime also made their effort: associations, not effects. Cost: one equation, draws × one logit.
    /// Source: framework 3.5, M1 and M1d. Agrees with: the same equation by hand; econometrics.multinomial-regression.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="matrix">The theory's matrix, which makes the indices.</param>
    /// <param name="regimes">The regimes of the firms.</param>
    /// <param name="options">Draws, errors, level.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between draws.</param>
    /// <returns>Slopes and odds; notes where one of them is missing.</returns>
    public static EffortByRegimeResult Estimate(
        LearningSample sample, ChannelMatrix matrix, LearningRegimesResult regimes, EquationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(regimes);
        options ??= new EquationOptions();
        LearningSample indexed = LearningPaths.WithIndices(ExposureIndex.AddTo(sample, matrix), matrix);
        Dictionary<int, FirmRegime> known = regimes.Firms.ToDictionary(firm => firm.Firm);
        FirmRegime?[] firms = [.. sample.Firms.Select(firm => known.GetValueOrDefault(firm))];
        List<Note> notes = [];
        (LearningFit? fit, RegimeSlope[] slopes) = Slopes(indexed, [.. firms.Select(firm => firm?.Stated)], options, notes, execution, cancellationToken);
        RoleDeterminantsResult constraints = Constraints(indexed, firms, options, cancellationToken);
        return new EffortByRegimeResult(
            slopes, constraints.Pooled, constraints.Counts, [.. notes, .. constraints.Notes],
            new Provenance("learning.effort-by-regime", FormattableString.Invariant($"least_firms = {LeastFirms}, draws = {options.Draws}"), Source, sample.Seed))
        {
            Equation = fit,
        };
    }

    private static (LearningFit? Fit, RegimeSlope[] Slopes) Slopes(
        LearningSample sample, LearningRegime?[] stated, EquationOptions options, List<Note> notes, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        const string Exposure = ExposureIndex.Advantages;
        LearningVariables plain = new(sample);
        string[] held = [.. LearningRegressions.Controls(plain), .. LearningRegressions.StatusTerm(sample)];
        string[] needed = [Exposure, Constructs.Effort, .. held];
        if (needed.Any(name => !plain.HasValues(name)))
        {
            notes.Add(new Note("not-measured", Severity.Information, "Effort, or exposure to at least half of the advantages, is not known: regimes are not compared."));
            return (null, []);
        }

        int[] complete = LearningEquations.CompleteRows(plain, new LearningEquation("effort", Constructs.Effort, [Exposure, .. held]));
        (LearningRegime Regime, int Firms)[] kept = [.. complete.Select(row => stated[row]).OfType<LearningRegime>().GroupBy(regime => regime)
            .Select(group => (group.Key, group.Count())).Where(group => group.Item2 >= LeastFirms)
            .OrderByDescending(group => group.Key == LearningRegime.Interior).ThenByDescending(group => group.Item2)];
        if (kept.Length < 2)
        {
            notes.Add(new Note("few-regimes", Severity.Information, FormattableString.Invariant(
                $"Fewer than two regimes are stated by {LeastFirms} firms with all values: whether exposure goes with effort differently in them cannot be told.")));
            return (null, []);
        }

        string Name(LearningRegime regime) => $"regime_{Words.Of(regime)}";
        string[] others = [.. kept.Skip(1).Select(group => Name(group.Regime))];
        string[] products = [.. others.Select(other => $"{Exposure}:{other}")];
        LearningVariables variables = new(sample.With(kept.Skip(1).Select(group => KeyValuePair.Create(
            Name(group.Regime),
            stated.Select(regime => regime is { } own && Array.Exists(kept, row => row.Regime == own) ? own == group.Regime ? 1.0 : 0 : double.NaN).ToArray()))));
        LearningFit? fit = LearningEquations.Estimate(
            variables, new LearningEquation("effort_by_regime", Constructs.Effort, [Exposure, .. products, .. others, .. held]) { Tested = products },
            options, execution, cancellationToken);
        return (fit, fit is null ? [] : [.. kept.Select((group, place) => Of(fit, group, place == 0 ? null : products[place - 1])).OfType<RegimeSlope>()]);
    }

    private static RegimeSlope? Of(LearningFit fit, (LearningRegime Regime, int Firms) group, string? product)
    {
        if (HypothesisParts.SlopeOf(fit, ExposureIndex.Advantages, product ?? ExposureIndex.Advantages, product is null ? 0 : 1) is not { } slope)
        {
            return null;
        }

        CoefficientTable table = new(["slope"], [slope.Estimate], [slope.Error], [slope.Degrees], fit.Options.Level);
        int place = product is null ? -1 : fit.Coefficients.Find(product);
        double wild = product is null ? double.NaN : fit.WildPValueOf(product);
        return new RegimeSlope(
            group.Regime, group.Firms, new PathInterval(slope.Estimate, table.ConfidenceLow[0], table.ConfidenceHigh[0]), slope.Error,
            place < 0 ? double.NaN : fit.Coefficients.Estimates[place],
            place < 0 ? double.NaN : double.IsNaN(wild) ? fit.Coefficients.PValues[place] : Math.Max(wild, fit.Coefficients.PValues[place]));
    }

    private static RoleDeterminantsResult Constraints(LearningSample sample, FirmRegime?[] firms, EquationOptions options, CancellationToken cancellationToken)
    {
        LearningVariables variables = new(sample);
        string[] terms = [.. Channels.Select(LearningPaths.IndexOf).Append(Constructs.AbsorptiveCapacity).Where(variables.HasValues)];
        FirmRoles named = new([.. firms.Select(firm => firm?.Constraint is { } constraint ? Words.Of(constraint) : null)], new Dictionary<string, double[]>())
        {
            BaseRole = Words.Of(BindingConstraint.Cost),
            Noun = "constraint",
        };
        return terms.Length > 0
            ? RoleDeterminants.Estimate(sample, named, terms, options, cancellationToken)
            : new RoleDeterminantsResult([], null, [], [new Note("not-measured", Severity.Information, "No channel index and no absorptive capacity is known.")],
                new Provenance("learning.role-determinants", "", Source));
    }
}
