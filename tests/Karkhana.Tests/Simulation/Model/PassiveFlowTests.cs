using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Model;

public sealed class PassiveFlowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(9)]
    public void The_vectors_give_the_bits_of_plain_sums(int functions)
    {
        ClusterPopulation cluster = SimulatedFirms.Cluster(functions);
        SimulationOptions options = new() { BurnIn = 0, Horizon = 1 };
        ClusterRun run = new(ClusterStart.Of(cluster, options.Minimal), options);
        run.Begin(new ClusterParameters(), 0);
        PassiveFlow.Apply(run);

        FirmColumns firms = run.Firms;
        for (int slot = 0; slot < firms.Count; slot++)
        {
            for (int function = 0; function < functions; function++)
            {
                BitConverter.DoubleToInt64Bits(firms.Inflow[(slot * firms.Stride) + function])
                    .ShouldBe(BitConverter.DoubleToInt64Bits(functions == 1 ? OneLane(run, slot) : EvenAndOdd(run, slot, function)));
            }
        }

        firms.Inflow.Max().ShouldBeGreaterThan(0);
    }

    private static double OneLane(ClusterRun run, int slot)
    {
        double[] terms = Terms(run, slot, 0);
        double[] lanes = new double[8];
        for (int i = 0; i < terms.Length / 8 * 8; i++)
        {
            lanes[i % 8] += terms[i];
        }

        double sum = lanes[0] + lanes[4] + (lanes[1] + lanes[5]) + (lanes[2] + lanes[6] + (lanes[3] + lanes[7]));
        for (int i = terms.Length / 8 * 8; i < terms.Length; i++)
        {
            sum += terms[i];
        }

        return terms.Length == 0 ? 0 : run.Mechanisms.PassiveRate[slot] / run.Neighbours.Total[slot] * sum;
    }

    private static double EvenAndOdd(ClusterRun run, int slot, int function)
    {
        double[] terms = Terms(run, slot, function);
        double[] sums = new double[2];
        for (int i = 0; i < terms.Length; i++)
        {
            sums[i % 2] += terms[i];
        }

        return terms.Length == 0 ? 0 : run.Mechanisms.PassiveRate[slot] / run.Neighbours.Total[slot] * (sums[0] + sums[1]);
    }

    private static double[] Terms(ClusterRun run, int slot, int function)
    {
        (FirmColumns firms, NeighbourRows rows) = (run.Firms, run.Neighbours);
        double own = firms.Capability[(slot * firms.Stride) + function];
        int[] places = rows.Places(slot).ToArray();
        double[] weights = rows.Weights(slot).ToArray();
        return
        [
            .. places.Select((place, i) =>
                weights[i] * Math.Max(0, firms.Capability[(rows.Order[place] * firms.Stride) + function] - own)),
        ];
    }
}
