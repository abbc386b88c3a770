namespace Karkhana.Simulation;

/// <summary>The makers of each product at the start, by which demand and the competitor from outside are measured.</summary>
internal sealed class MarketStart
{
    private readonly int[] _makers;
    private readonly double[] _workers;

    private MarketStart(int[] makers, double[] workers) => (_makers, _workers) = (makers, workers);

    /// <summary>Gets the number of products.</summary>
    public int Products => _makers.Length;

    public static MarketStart Of(FirmColumns firms, int products)
    {
        (int[] makers, double[] workers) = (new int[products], new double[products]);
        for (int slot = 0; slot < firms.Count; slot++)
        {
            makers[firms.Product[slot]]++;
            workers[firms.Product[slot]] += firms.Workers[slot];
        }

        return new MarketStart(makers, workers);
    }

    /// <summary>Gives the units of a product that buyers want in a quarter, before demand moves.</summary>
    public double Demand(ClusterParameters parameters, int product) => parameters.Market.StartUtilisation * _workers[product];

    /// <summary>Gives what as many makers of mean size as there were at the start weigh: n (ΣL / n)^u_s.</summary>
    public double Weight(ClusterParameters parameters, int product) => _makers[product] == 0
        ? 0
        : _makers[product] * Math.Pow(_workers[product] / _makers[product], parameters.Market.SizePull);
}
