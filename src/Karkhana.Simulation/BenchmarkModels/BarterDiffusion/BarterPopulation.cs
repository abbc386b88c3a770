using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Networks;

namespace Karkhana.Simulation;

/// <summary>Agents of one run: what they know, and with whom they are linked.</summary>
internal sealed class BarterPopulation
{
    private readonly BarterDiffusionOptions _options;
    private readonly double[] _levels;
    private readonly (int From, int To)[] _links;
    private readonly RandomStream _lots;

    /// <summary>Draws a population: what agents know at the start does not depend on how links are laid.</summary>
    public BarterPopulation(BarterDiffusionOptions options, double rewiring, int run)
    {
        _options = options;
        _levels = Start(options, new RandomStream(options.Seed, RandomPurpose.KnowledgeBarter, run));
        _links = RewiredRing.Draw(options.Agents, options.Degree, rewiring, new RandomStream(options.Seed, RandomPurpose.NetworkRewiring, run));
        _lots = new RandomStream(options.Seed, RandomPurpose.KnowledgeBarter, run, substream: 1);
    }

    /// <summary>Gives the levels of an agent.</summary>
    public Span<double> this[int agent] => _levels.AsSpan(agent * _options.Categories, _options.Categories);

    /// <summary>Trades until nobody can, or the periods are over.</summary>
    /// <returns>The periods in which somebody traded, and whether trade had come to rest.</returns>
    public (int Periods, bool Rests) Trade(CancellationToken cancellationToken)
    {
        BarterTrade trade = new(_options.Alpha, _options.Similarity, _options.Exchange, _options.Categories);
        for (int period = 0; period < _options.MostPeriods; period++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _lots.Shuffle<(int, int)>(_links);
            bool traded = false;
            foreach ((int from, int to) in _links)
            {
                traded |= trade.TryTrade(this[from], this[to], _lots);
            }

            if (!traded)
            {
                return (period, true);
            }
        }

        return (_options.MostPeriods, false);
    }

    /// <summary>Gives the mean level of each agent over categories.</summary>
    public double[] Knowledge()
    {
        double[] means = new double[_options.Agents];
        for (int agent = 0; agent < means.Length; agent++)
        {
            means[agent] = Sums.Mean(this[agent]);
        }

        return means;
    }

    private static double[] Start(BarterDiffusionOptions options, RandomStream stream)
    {
        double[] levels = new double[options.Agents * options.Categories];
        for (int i = 0; i < levels.Length; i++)
        {
            levels[i] = options.HighestLevel * stream.NextDouble();
        }

        int[] experts = [.. Enumerable.Range(0, options.Agents)];
        stream.ShuffleFront<int>(experts, options.Experts);
        for (int expert = 0; expert < options.Experts; expert++)
        {
            levels[(experts[expert] * options.Categories) + (expert % options.Categories)] = options.ExpertLevel;
        }

        return levels;
    }
}
