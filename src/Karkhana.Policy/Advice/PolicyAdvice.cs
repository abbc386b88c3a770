using Karkhana.Core.Exchange;
using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;

namespace Karkhana.Policy;

/// <summary>Ranks the levers for a cluster by open rules, with the reason for each.</summary>
public static class PolicyAdvice
{
    private const int Resamples = 999;
    private const int LeastNamed = 30;
    private const int LeastIndivisibleNeeds = 15;
    private const double MostFailedCooperation = 0.25;
    private const double LeastTrainedShare = 0.1;
    private const int Top = 3;

    /// <summary>Ranks the levers.</summary>
    /// <remarks>
    /// score = match × regime share × evidence × gap factor ÷ cost. Match: mean over the lever's channels of the share of firms that
    /// name the channel's
    /// constraint first (M12), when at least 30 firms name one; else of (1 − channel index)/2. Regime share: firms in a
    /// regime in which the lever
    /// works, among those whose regime is known. Evidence A 1, B 0.8, C 0.6, D 0.4. Gap factor: 1 + (f − 1) × share, f
    /// that of the menu; share: of the strengths of the advantages that feed a channel and whose gap is known, those with the whole interval of the gap
    /// below the comparison set (<see cref="ExposureGaps"/>), the mean over the lever's channels. It stays as it is over the resamples. Intervals: percentiles over 999 resamples of the firms. Vetoes: common facility with fewer than 15 indivisible needs; meetings and cluster organisation where
    /// a quarter of the firms or more
    /// report failed cooperation; vouchers where the median firm has less than 10 % trained technical staff. Vetoed
    /// levers come last.
    /// Cost: 999 × levers × firms. Source: framework 4.3; Caniëls and Romijn 2003, doi:10.1023/A:1027468505311, for the
    /// principle that policy
    /// starts from the weak mechanism.
    /// </remarks>
    /// <param name="menu">The levers.</param>
    /// <param name="evidence">What the advice rests on.</param>
    /// <param name="seed">The seed of the resampling.</param>
    /// <param name="cancellationToken">Looked at between resamples.</param>
    /// <returns>The advice; empty when no firm's regime is known.</returns>
    public static PolicyAdviceResult Estimate(
        LeverMenu menu, PolicyEvidence evidence, ulong seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(menu);
        ArgumentNullException.ThrowIfNull(evidence);
        if (evidence.Firms.All(firm => firm.Regime is null))
        {
            return new PolicyAdviceResult([], menu, false);
        }

        bool byAnswers = evidence.Firms.Count(firm => firm.Named is not null) >= LeastNamed;
        int[] everyone = [.. Enumerable.Range(0, evidence.Firms.Count)];
        IReadOnlyList<ExposureGap>[] gaps = [.. menu.Levers.Select(evidence.GapsBelow)];
        double[] factors = [.. menu.Levers.Select(lever => 1 + ((menu.GapFactor - 1) * evidence.ShareBelow(lever)))];
        (double Score, double Match, double Regime)[] observed = Scores((menu, factors), evidence, everyone, byAnswers);
        double[][] draws = Resample((menu, factors), evidence, byAnswers, seed, cancellationToken);
        bool[] vetoed = [.. menu.Levers.Select(lever => IsVetoed(lever.Veto, evidence))];
        LeverAdvice[] advice = [.. menu.Levers.Select((lever, i) => new LeverAdvice(
            lever,
            observed[i].Score,
            Quantile(draws, i, 0.025),
            Quantile(draws, i, 0.975),
            observed[i].Match,
            observed[i].Regime,
            vetoed[i] ? 0 : draws.Count(draw => draw[i] > 0 && draw.Where(
                (score, other) => score > draw[i] && !vetoed[other]).Count() < Top) / (double)draws.Length,
            vetoed[i] ? lever.Veto : VetoRule.None)
        {
            GapFactor = factors[i],
            Gaps = gaps[i],
        })];
        return new PolicyAdviceResult(
            [.. advice.OrderBy(item => item.Vetoed != VetoRule.None).ThenByDescending(item => item.Score).ThenBy(
                item => item.Lever.Id, StringComparer.Ordinal)],
            menu,
            byAnswers)
        {
            KnowsGaps = evidence.Gaps?.Known.Count > 0,
        };
    }

    private static (double Score, double Match, double Regime)[] Scores(
        (LeverMenu Menu, double[] Factors) levers, PolicyEvidence evidence, int[] firms, bool byAnswers)
    {
        Dictionary<LearningChannel, double> needs = Enum.GetValues<LearningChannel>()
            .ToDictionary(channel => channel, channel => Need(evidence, firms, channel, byAnswers));
        LearningRegime[] known = [.. firms.Select(firm => evidence.Firms[firm].Regime).OfType<LearningRegime>()];
        return [.. levers.Menu.Levers.Select((lever, i) =>
        {
            double match = lever.IsBaseline ? 0 : Sums.Mean([.. lever.Channels.Select(channel => needs[channel])]);
            double share = known.Length == 0 ? 0 : known.Count(
                regime => lever.Regimes.Contains(regime)) / (double)known.Length;
            return (match * share * lever.EvidenceWeight / lever.Cost * levers.Factors[i], match, share);
        })];
    }

    private static double Need(PolicyEvidence evidence, int[] firms, LearningChannel channel, bool byAnswers)
    {
        if (!byAnswers)
        {
            double index = evidence.ChannelIndices.GetValueOrDefault(channel, double.NaN);
            return double.IsNaN(index) ? 0.5 : (1 - index) / 2;
        }

        int named = firms.Count(firm => evidence.Firms[firm].Named is not null);
        return named == 0 ? 0 : firms.Count(firm => evidence.Firms[firm].Named == channel) / (double)named;
    }

    private static double[][] Resample(
        (LeverMenu Menu, double[] Factors) levers, PolicyEvidence evidence, bool byAnswers, ulong seed, CancellationToken cancellationToken)
    {
        double[][] draws = new double[Resamples][];
        int[] firms = new int[evidence.Firms.Count];
        for (int draw = 0; draw < Resamples; draw++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RandomStream stream = new(seed, RandomPurpose.LeverBootstrap, draw, 0);
            for (int i = 0; i < firms.Length; i++)
            {
                firms[i] = stream.NextInt(firms.Length);
            }

            draws[draw] = [.. Scores(levers, evidence, firms, byAnswers).Select(score => score.Score)];
        }

        return draws;
    }

    private static double Quantile(double[][] draws, int lever, double probability)
    {
        double[] scores = [.. draws.Select(draw => draw[lever]).Order()];
        return Quantiles.Type7(scores, probability);
    }

    private static bool IsVetoed(VetoRule rule, PolicyEvidence evidence) => rule switch
    {
        VetoRule.IndivisibleNeed => evidence.IndivisibleNeeds < LeastIndivisibleNeeds,
        VetoRule.FailedCooperation => evidence.ShareFailedCooperation >= MostFailedCooperation,
        VetoRule.AbsorptiveCapacity => evidence.MedianTrainedShare < LeastTrainedShare,
        _ => false,
    };
}
