using System.Buffers;

namespace Karkhana.Simulation;

/// <summary>Phase 8: price, quality, share of the market, sales and cost of production (framework 5.7).</summary>
internal sealed class MarketPhase : ITickPhase
{
    /// <inheritdoc/>
    public void Apply(ClusterRun run)
    {
        int count = run.Firms.Count;
        double[] attractions = ArrayPool<double>.Shared.Rent(count);
        for (int slot = 0; slot < count; slot++)
        {
            attractions[slot] = double.NegativeInfinity;
            if (run.Firms.Alive[slot])
            {
                Offer(run, slot, attractions);
            }
        }

        MarketStart start = run.Start.Market;
        double[] weight = new double[start.Products];
        double[] demand = new double[start.Products];
        for (int product = 0; product < start.Products; product++)
        {
            weight[product] = start.Weight(run.Parameters, product);
            demand[product] = start.Demand(run.Parameters, product) * run.World.DemandFactor * Math.Exp(run.World.LogDemand[product]);
        }

        double[] unserved = ProductMarkets.Clear(
            run.Parameters, attractions.AsSpan(0, count), run.Firms.Quality.AsSpan(0, count), run.Firms.Product.AsSpan(0, count), weight,
            run.Firms.MarketShare.AsSpan(0, count));
        ArrayPool<double>.Shared.Return(attractions);
        if (run.Options.CheckInvariants)
        {
            InvariantCheck.CheckShares(run, unserved);
        }

        for (int slot = 0; slot < count; slot++)
        {
            if (run.Firms.Alive[slot])
            {
                Sell(run, slot, demand[run.Firms.Product[slot]]);
            }
        }
    }

    private static void Offer(ClusterRun run, int slot, double[] attractions)
    {
        (ClusterParameters parameters, FirmColumns firms, MechanismColumns columns) = (run.Parameters, run.Firms, run.Mechanisms);
        double capability = firms.MeanCapability(slot);
        double relative = UnitCost.Relative(
            parameters, capability, columns.StaticIndex[slot], columns.Congestion[slot],
            UnitCost.Factors(parameters, columns.Uptime[slot]));
        double price = relative * (1 + firms.Margin[slot]);
        int function = parameters.Market.ProductFunction;
        double product = function < firms.Functions ? firms.Capability[(slot * firms.Stride) + function] : capability;
        firms.Quality[slot] = UnitCost.Quality(parameters, product);
        firms.Price[slot] = parameters.UnitCostOfProduction * price;
        firms.UnitCost[slot] = parameters.UnitCostOfProduction * relative;
        attractions[slot] = Attraction.Of(
            parameters, firms.Quality[slot], Math.Log(price), firms.Clustered[slot], firms.Workers[slot]);
    }

    private static void Sell(ClusterRun run, int slot, double demand)
    {
        FirmColumns firms = run.Firms;
        double refused = firms.Quality[slot] < run.World.QualityThreshold ? run.World.DemandBelowThreshold : 1;
        double quantity = firms.MarketShare[slot] * demand * run.Mechanisms.DemandFactor[slot] * refused;
        firms.Revenue[slot] = firms.Price[slot] * quantity;
        firms.ProductionCost[slot] = FirmFinance.Production(run.Parameters, firms.UnitCost[slot], quantity, firms.Workers[slot]);
        firms.MarginNext[slot] = MarkUp.Next(run.Parameters, firms.Margin[slot], firms.MarketShare[slot]);
    }
}
