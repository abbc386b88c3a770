using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>Accounts for each advantage's association with capability: through effort, channel by channel, and without
/// effort; what is static stands apart; beside each path stands what the theory's matrix says.</summary>
public static class ChannelAccount
{
    private const string Source =
        "inspired by Caniëls & Romijn 2003, doi:10.1023/A:1027468505311; MacKinnon, Lockwood & Williams 2004, doi:10.1207/s15327906mbr3901_4; MacKinnon et al. 2002, doi:10.1037/1082-989X.7.1.83; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    /// <summary>Makes the account.</summary>
    /// <remarks>
    /// For each advantage A by itself, controls and status held equal: channel q of block M: m_q = γ_q A; effort:
    /// E = a'A + Σ δ_q m_q over cost, resources, incentive, effectiveness; capability: K = bE + cA; performance: Y = β K + nA. Through
    /// effort by channel q: γ_q δ_q b; through channels that block M does not name: a'b; without effort: c, of which by reported inflow
    /// γ_S ψ with ψ from K on E, A and m_S; static: n. All scores enter as plausible values (<see cref="LearningEquations"/>). Intervals of
    /// products: percentiles over draws of the coefficients by Student's t, those of the channels with the correlations of their residuals; all equations of an
    /// advantage take the same firms, and a channel that fewer than half of the scored firms answered is left out. The p-value of a product is the greatest of
    /// its factors' (joint significance), which holds its size and is careful. Benjamini and Hochberg over all paths of all advantages.
    /// A path is compared with the matrix only when its corrected p-value is at most the false discovery rate. One advantage at a time, the others
    /// held equal by their mean exposure, since exposures rise together; an advantage may still stand for one that is near it. Associations in one cross-section, not effects. Cost: about nine equations
    /// per advantage. Source: framework 3.1, 3.5 (M1, M1a to M1c, M2 to M4); MacKinnon, Lockwood and Williams 2004,
    /// doi:10.1207/s15327906mbr3901_4; MacKinnon et al. 2002, doi:10.1037/1082-989X.7.1.83.
    /// </remarks>
    /// <param name="sample">The sample, with scores of capability and effort, and of the channels where block M was asked.</param>
    /// <param name="matrix">The theory's matrix.</param>
    /// <param name="options">Equations, draws, false discovery rate, the name of performance.</param>
    /// <param name="execution">Workers; the result does not depend on them.</param>
    /// <param name="cancellationToken">Looked at between equations.</param>
    /// <returns>The account; empty when there are too few firms.</returns>
    public static ChannelAccountResult Estimate(
        LearningSample sample, ChannelMatrix matrix, ChannelAccountOptions? options = null, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(matrix);
        options ??= new ChannelAccountOptions();
        LearningVariables variables = new(sample);
        List<(AdvantageAccount Account, List<ChannelPath> Paths)> rows = [];
        List<LearningFit> fits = [];
        for (int place = 0; place < sample.Exposures.Exposures.Count; place++)
        {
            string advantage = sample.Exposures.Exposures[place].AdvantageId;
            if (variables.HasValues(advantage)
                && AdvantageEquations.Estimate(variables, advantage, options, execution, cancellationToken) is { } equations)
            {
                AdvantagePaths paths = new(equations, options, sample.Seed, AddressOf(matrix, advantage, place));
                rows.Add((paths.Account(), paths.Paths()));
                fits.AddRange(equations.All);
            }
        }

        ChannelPath[] all = [.. rows.SelectMany(row => row.Paths)];
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. all.Select(path => path.PValue)]);
        return new ChannelAccountResult(
            [.. rows.Select(row => row.Account)],
            [.. all.Select((path, i) => Compared(path with { AdjustedPValue = adjusted[i] }, matrix, options.FalseDiscoveryRate))],
            fits,
            [.. variables.MeasuredRoughly],
            matrix.Version,
            options,
            new Provenance(
                "learning.channel-account",
                FormattableString.Invariant($"matrix = {matrix.Version}, path_draws = {options.PathDraws}, false_discovery_rate = {options.FalseDiscoveryRate}"),
                Source));
    }

    private static ChannelPath Compared(ChannelPath path, ChannelMatrix matrix, double rate)
    {
        double theory = matrix.Rows.FirstOrDefault(row => row.Id == path.Advantage)?.In(path.Channel) ?? 0;
        bool found = path.AdjustedPValue <= rate;
        TheoryComparison comparison = (theory, found) switch
        {
            (0, false) => TheoryComparison.NeitherExpectedNorShown,
            (0, true) => TheoryComparison.BeyondTheory,
            (_, false) => TheoryComparison.NotShown,
            _ => Math.Sign(theory) == Math.Sign(path.Estimate) ? TheoryComparison.Agrees : TheoryComparison.Opposite,
        };
        return path with { Theory = theory, Comparison = comparison };
    }

    // By the place of the advantage in the matrix, so that a further exposure moves no other draw.
    private static int AddressOf(ChannelMatrix matrix, string advantage, int place)
    {
        for (int row = 0; row < matrix.Rows.Count; row++)
        {
            if (matrix.Rows[row].Id == advantage)
            {
                return row;
            }
        }

        return matrix.Rows.Count + place;
    }
}
