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
        NeighbourRows rows = run.Neighbours;
        double[] lanes = new double[8];
        int count = rows.First[slot + 1] - rows.First[slot];
        for (int i = 0; i < count / 8 * 8; i++)
        {
            lanes[i % 8] += Term(run, slot, rows.First[slot] + i, 0);
        }

        double sum = lanes[0] + lanes[4] + (lanes[1] + lanes[5]) + (lanes[2] + lanes[6] + (lanes[3] + lanes[7]));
        for (int i = count / 8 * 8; i < count; i++)
        {
            sum += Term(run, slot, rows.First[slot] + i, 0);
        }

        return count == 0 ? 0 : run.Mechanisms.PassiveRate[slot] / rows.Total[slot] * sum;
    }

    private static double EvenAndOdd(ClusterRun run, int slot, int function)
    {
        NeighbourRows rows = run.Neighbours;
        double[] sums = new double[2];
        int first = rows.First[slot];
        for (int entry = first; entry < rows.First[slot + 1]; entry++)
        {
            sums[(entry - first) % 2] += Term(run, slot, entry, function);
        }

        return first == rows.First[slot + 1] ? 0 : run.Mechanisms.PassiveRate[slot] / rows.Total[slot] * (sums[0] + sums[1]);
    }

    private static double Term(ClusterRun run, int slot, int entry, int function)
    {
        FirmColumns firms = run.Firms;
        double lead = firms.Capability[(run.Neighbours.Slot[entry] * firms.Stride) + function] - firms.Capability[(slot * firms.Stride) + function];
        return run.Neighbours.Weight[entry] * Math.Max(0, lead);
    }
}
