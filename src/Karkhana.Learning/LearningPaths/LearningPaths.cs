using Karkhana.Core.Exchange;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How the constructs of the framework hang together: channel indices with channels, channels with effort, effort with capability, capability with
/// performance.</summary>
public static class LearningPaths
{
    private const string Source = "Framework 3.3.1, 3.3.4, 3.5, 5.5; Rubin 1987, doi:10.1002/9780470316696; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    /// <summary>The advantage that enters incentive by itself, with its square (framework 5.5), and not through the index.</summary>
    public const string Rivalry = "EE11";

    private const string RivalrySquared = $"{Rivalry}:{Rivalry}";
    private const string AbsorptiveCapacity = "absorptive_capacity";
    private const string Effort = "effort";
    private const string Capability = "capability";

    private static readonly LearningChannel[] EffortChannels =
    [
        LearningChannel.CostOfEffort, LearningChannel.ResourcesForEffort, LearningChannel.IncentiveForEffort, LearningChannel.EffectivenessOfEffort,
    ];

    /// <summary>Gives the name that a firm's channel index has in the equations.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The name: <c>index_cost_of_effort</c>.</returns>
    public static string IndexOf(LearningChannel channel) => $"index_{Words.Of(channel)}";

    /// <summary>Adds the channel indices of the firms to the variables of a sample.</summary>
    /// <remarks>Where the exposure to rivalry (EE11) is known, it stays out of the incentive index: it enters by itself, with its square
    /// (framework 5.5). Source: framework 9.4.</remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="matrix">The theory's matrix.</param>
    /// <returns>The sample with one variable more per channel.</returns>
    public static LearningSample WithIndices(LearningSample sample, ChannelMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(matrix);
        bool bends = sample.Exposures.Find(Rivalry)?.Values.Any(value => !double.IsNaN(value)) ?? false;
        ChannelIndicesResult indices = ChannelIndices.Estimate(bends ? matrix.Without(Rivalry, LearningChannel.IncentiveForEffort) : matrix, sample.Exposures);
        return sample.With(indices.Channels.Select(channel => KeyValuePair.Create(
            IndexOf(channel), sample.Firms.Select(firm => indices.Of(channel)[firm]).ToArray())));
    }

    /// <summary>Estimates all paths that the sample allows.</summary>
    /// <remarks>
    /// One equation per outcome, with the terms that framework 5.5, 3.3 and 3.5 write there: each channel of block M on its index; effectiveness also on
    /// absorptive capacity, incentive also on rivalry and its square; effort on cost, resources, incentive, effectiveness and absorptive
    /// capacity; capability on effort, effectiveness and absorptive capacity; performance on capability and the static index. Controls, and status where the sample has
    /// both kinds of firms, are held equal in each. An index is one number of the theory: that its slope has the expected sign says that firms with a
    /// larger index report more of that channel, not which advantage does it. P-values over all paths are corrected by Benjamini and Hochberg. Measurement error and
    /// standard errors: as <see cref="LearningEquations"/>. Associations, not effects. Cost: eight equations. Source: framework 3.3.1,
    /// 3.3.4, 3.5 and 5.5. Agrees with: the equations estimated one by one.
    /// </remarks>
    /// <param name="sample">The sample.</param>
    /// <param name="matrix">The theory's matrix.</param>
    /// <param name="options">How the equations are estimated.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between equations.</param>
    /// <returns>The paths; those of outcomes that the sample lacks, or has of too few firms, are not among them.</returns>
    public static LearningPathsResult Estimate(
        LearningSample sample, ChannelMatrix matrix, EquationOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        LearningSample indexed = WithIndices(sample, matrix);
        options ??= new EquationOptions();
        LearningVariables variables = new(indexed);
        string[] held = [.. indexed.Controls.Keys.Where(variables.HasValues), .. LearningRegressions.StatusTerm(indexed)];
        List<LearningPath> paths = [];
        List<LearningFit> fits = [];
        foreach ((string name, string outcome, (string Term, int Sign)[] terms) in Equations().Where(equation => variables.HasValues(equation.Outcome)))
        {
            (string Term, int Sign)[] known = [.. terms.Where(term => LearningEquation.Factors(term.Term).All(variables.HasValues))];
            if (known.Length > 0 && LearningEquations.Estimate(
                variables, new LearningEquation(name, outcome, [.. known.Select(term => term.Term), .. held]) { Tested = [.. known.Select(term => term.Term)] }, options, execution, cancellationToken) is { } fit)
            {
                fits.Add(fit);
                paths.AddRange(known.Select(term => Of(fit, term.Term, term.Sign, variables)).OfType<LearningPath>());
            }
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. paths.Select(path => path.JudgedPValue)]);
        return new LearningPathsResult(
            [.. paths.Select((path, i) => path with { AdjustedPValue = adjusted[i] })],
            fits,
            [.. variables.MeasuredRoughly],
            new Provenance("learning.paths", $"matrix = {matrix.Version}, held = [{string.Join(", ", held)}]", Source));
    }

    private static IEnumerable<(string Name, string Outcome, (string Term, int Sign)[] Terms)> Equations()
    {
        foreach (LearningChannel channel in Enum.GetValues<LearningChannel>().Where(channel => channel != LearningChannel.StaticCost))
        {
            (string, int)[] further = channel switch
            {
                LearningChannel.IncentiveForEffort => [(Rivalry, 1), (RivalrySquared, -1)],
                LearningChannel.EffectivenessOfEffort => [(AbsorptiveCapacity, 1)],
                _ => [],
            };
            yield return (Words.Of(channel), ChannelConstruct.Of(channel), [(IndexOf(channel), 1), .. further]);
        }

        yield return (Effort, Effort, [.. EffortChannels.Select(channel => (ChannelConstruct.Of(channel), 1)), (AbsorptiveCapacity, 1)]);
        yield return (Capability, Capability,
            [(Effort, 1), (ChannelConstruct.Of(LearningChannel.EffectivenessOfEffort), 1), (AbsorptiveCapacity, 1)]);
        yield return (HypothesisVariables.Performance, HypothesisVariables.Performance, [(Capability, 1), (IndexOf(LearningChannel.StaticCost), 1)]);
    }

    // Of a term that bends, the slope where it is least: that of the plain term is the slope at its mean.
    private static LearningPath? Of(LearningFit fit, string term, int sign, LearningVariables variables)
    {
        bool bends = term == Rivalry && fit.Coefficients.Find(RivalrySquared) >= 0;
        double least = bends ? fit.Firms.Min(firm => variables.Of(Rivalry)[firm]) : 0;
        if (HypothesisParts.SlopeOf(fit, term, bends ? RivalrySquared : term, 2 * least) is not { } slope)
        {
            return null;
        }

        CoefficientTable row = new([term], [slope.Estimate], [slope.Error], [slope.Degrees], fit.Options.Level);
        return new LearningPath(
            fit.Equation.Name, fit.Equation.Outcome, term, sign, fit.Firms.Count, slope.Estimate, slope.Error,
            row.ConfidenceLow[0], row.ConfidenceHigh[0], row.PValues[0])
        {
            WildPValue = bends ? double.NaN : fit.WildPValueOf(term),
        };
    }
}
