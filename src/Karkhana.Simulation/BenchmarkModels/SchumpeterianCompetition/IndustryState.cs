using Karkhana.Core.Randomness;
using Karkhana.Methods.Experiments;

namespace Karkhana.Simulation;

/// <summary>An industry in the course of one run.</summary>
/// <remarks>Every draw has its own address (run, period, firm), so that a firm more or less shifts no other draw.</remarks>
internal sealed class IndustryState
{
    private const int InnovationDraw = 0;
    private const int FindingDraw = 1;
    private const int ImitationDraw = 4;
    private const int EntryDraw = 5;
    private const int EntrantDraw = 3;

    private readonly SchumpeterianCompetitionOptions _options;
    private readonly NelsonWinterTerms _terms;
    private readonly AddressedDraw _draw;
    private readonly int _first;
    private int[] _ids;
    private int[] _losses;

    public IndustryState(IndustryFirms firms, SchumpeterianCompetitionOptions options, int run)
    {
        _options = options;
        _terms = options.Terms();
        _draw = new AddressedDraw(options.Seed, run);
        _first = firms.Capital.Count;
        Productivity = [.. firms.Productivity];
        Capital = [.. firms.Capital];
        _ids = [.. Enumerable.Range(0, _first)];
        _losses = new int[_first];
        Demand = options.Demand;
        Market = NelsonWinterMarket.Clear(Productivity, Capital, Demand, _terms);
    }

    /// <summary>Gets output per unit of capital of each firm.</summary>
    public double[] Productivity { get; private set; }

    /// <summary>Gets the capital of each firm.</summary>
    public double[] Capital { get; private set; }

    /// <summary>Gets the market of the period.</summary>
    public NelsonWinterMarket Market { get; private set; }

    /// <summary>Gets what buyers spend in the period.</summary>
    public double Demand { get; private set; }

    /// <summary>Gets the number of firms.</summary>
    public int Count => Capital.Length;

    /// <summary>Gets the innovations, imitations, entries and exits on the way to this period.</summary>
    public (int Innovations, int Imitations, int Entries, int Exits) Events { get; private set; }

    /// <summary>Gives the mean profit per unit of capital over firms.</summary>
    public double MeanProfit()
    {
        double sum = 0;
        for (int firm = 0; firm < Count; firm++)
        {
            sum += Market.ProfitRate(firm);
        }

        return sum / Count;
    }

    /// <summary>Gives the probability that a firm finds something new in a period.</summary>
    public double InnovationProbability(int firm) => Math.Min(1, _options.InnovationSuccess * _options.InnovationSpending * Capital[firm]);

    /// <summary>Gives the probability that a firm may copy the best in a period.</summary>
    public double ImitationProbability(int firm) => Math.Min(1, _options.ImitationSuccess * _options.ImitationSpending * Capital[firm]);

    /// <summary>Goes on to the next period: techniques, capital, exits, entries, demand.</summary>
    /// <param name="period">The period that ends.</param>
    public void Advance(int period)
    {
        double entry = _options.EntryBase + (_options.EntrySlope * MeanProfit());
        (double[] productivity, int innovations, int imitations) = Search(period);
        double[] capital = new double[Count];
        for (int firm = 0; firm < Count; firm++)
        {
            capital[firm] = Market.NextCapital(firm);
            _losses[firm] = Market.ProfitRate(firm) < 0 ? _losses[firm] + 1 : 0;
        }

        (Productivity, Capital) = (productivity, capital);
        int exits = Leave();
        int entries = Enter(period, entry);
        Events = (innovations, imitations, entries, exits);
        Demand *= 1 + _options.DemandGrowth;
        Market = NelsonWinterMarket.Clear(Productivity, Capital, Demand, _terms);
    }

    /// <summary>Gives what a draw around latent productivity finds.</summary>
    private double Found(int period, int id, int index) => Math.Exp(
        _options.LatentLevel + (_options.LatentGrowth * period)
        + (_options.LatentDeviation * _draw.Gaussian(RandomPurpose.IndustryDraws, period, id, index)));

    private (double[] Productivity, int Innovations, int Imitations) Search(int period)
    {
        double best = Productivity.Max();
        double[] next = [.. Productivity];
        (int innovations, int imitations) = (0, 0);
        for (int firm = 0; firm < Count; firm++)
        {
            if (_draw.Uniform(RandomPurpose.IndustryDraws, period, _ids[firm], InnovationDraw) < InnovationProbability(firm))
            {
                innovations++;
                next[firm] = Math.Max(next[firm], Found(period, _ids[firm], FindingDraw));
            }

            if (_draw.Uniform(RandomPurpose.IndustryDraws, period, _ids[firm], ImitationDraw) < ImitationProbability(firm))
            {
                imitations++;
                next[firm] = Math.Max(next[firm], best);
            }
        }

        return (next, innovations, imitations);
    }

    /// <summary>Lets those leave who lost too long, the smallest first, as long as enough are left.</summary>
    private int Leave()
    {
        int[] leaving = [.. Enumerable.Range(0, Count)
            .Where(firm => _losses[firm] >= _options.ExitAfter)
            .OrderBy(firm => Capital[firm])
            .Take(Math.Max(0, Count - _options.LeastFirms))];
        int[] staying = [.. Enumerable.Range(0, Count).Except(leaving)];
        Productivity = [.. staying.Select(firm => Productivity[firm])];
        Capital = [.. staying.Select(firm => Capital[firm])];
        _ids = [.. staying.Select(firm => _ids[firm])];
        _losses = [.. staying.Select(firm => _losses[firm])];
        return leaving.Length;
    }

    private int Enter(int period, double probability)
    {
        double size = _options.EntrantSize * Capital.Average();
        int[] entrants = [.. Enumerable.Range(_first + (period * _options.EntryTries), _options.EntryTries)
            .Where(id => _draw.Uniform(RandomPurpose.IndustryDraws, period, id, EntryDraw) < probability)];
        Productivity = [.. Productivity, .. entrants.Select(id => Found(period, id, EntrantDraw))];
        Capital = [.. Capital, .. entrants.Select(_ => size)];
        _ids = [.. _ids, .. entrants];
        _losses = [.. _losses, .. entrants.Select(_ => 0)];
        return entrants.Length;
    }
}
