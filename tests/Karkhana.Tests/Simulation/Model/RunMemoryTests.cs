using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Simulation;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Simulation.Model;

/// <summary>What runs keep from quarter to quarter gives the numbers that computing anew would.</summary>
public sealed class RunMemoryTests
{
    private static readonly Gen<(double Mean, double Uniform)> Moves = Gen.Select(Gen.Double[0, 3], Gen.Double[0, 1]);

    [Fact]
    public void Costs_and_least_efforts_are_those_of_their_logarithms_whatever_came_before()
    {
        MechanismColumns columns = new(1);
        foreach (double value in new[] { 0, 0, 1, 1, -700, 0.5, 0.5, 0 })
        {
            columns.SetLogCost(0, value);
            (columns.LogCost[0], columns.Cost[0]).ShouldBe((value, Math.Exp(value)));
            double least = Math.Max(0, value);
            columns.SetLeastEffort(0, least);
            (columns.LeastEffort[0], columns.LogLeastEffort[0]).ShouldBe((least, Math.Log(least)));
        }
    }

    [Fact]
    public void Moves_without_an_exponential_are_those_of_the_inverted_distribution() => Moves.Sample(draw =>
    {
        double probability = Math.Exp(-draw.Mean);
        double below = probability;
        int count = 0;
        while (draw.Uniform > below && count < 16)
        {
            count++;
            probability *= draw.Mean / count;
            below += probability;
        }

        PoissonQuantile.Of(draw.Mean, draw.Uniform, 16).ShouldBe(count);
    });

    [Fact]
    public void Ties_that_a_copy_reads_stay_when_the_original_builds_its_view_again()
    {
        TieColumns ties = new();
        ties.Add(0, 1, ClusterTieKind.Supply, 0.5, 2);
        ties.Add(1, 2, ClusterTieKind.Supply, 0.5, 2);
        ties.Rebuild(3);
        TieColumns copy = new();
        copy.CopyFrom(ties);

        ties.Remove(0);
        ties.Commit(3);
        ties.Remove(0);
        ties.Add(0, 2, ClusterTieKind.Supply, 0.5, 2);
        ties.Commit(3); // into memory that it has alone
        ties.Partner.Take(ties.First[^1]).ShouldBe([2, 0]);
        copy.Partner.ShouldBe([1, 0, 2, 1]);
        copy.First.ShouldBe([0, 1, 3, 4]);
    }

    [Fact]
    public void Capability_by_place_holds_each_firm()
    {
        FirmColumns firms = new(5, 6);
        for (int i = 0; i < 5; i++)
        {
            int slot = firms.Add();
            for (int function = 0; function < 6; function++)
            {
                firms.Capability[(slot * firms.Stride) + function] = (10 * slot) + function;
            }
        }

        double[] lines = new CapabilityLines().Fill(firms, [3, 1, 0, 4, 2]).ToArray();
        lines.Length.ShouldBe(40);
        lines[..6].ShouldBe([30.0, 31, 32, 33, 34, 35]);
        lines[32..38].ShouldBe([20.0, 21, 22, 23, 24, 25]);
        new CapabilityLines().Fill(new FirmColumns(0, 6), []).Length.ShouldBe(0);
    }
}
