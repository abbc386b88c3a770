using CsCheck;
using Karkhana.Methods.Experiments;
using MathNet.Numerics.LinearAlgebra;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class MarkovChainTests
{
    private static readonly Gen<double[][]> Chains =
        from states in Gen.Int[2, 6]
        from weights in Gen.Double[0.01, 1].Array[states].Array[states]
        select weights.Select(row => row.Select(weight => weight / row.Sum()).ToArray()).ToArray();

    [Fact]
    public void Two_states_are_worked_out_by_hand()
    {
        // Small stays 0.7 and becomes large 0.3; large becomes small 0.1: shares 1/4 and 3/4, second eigenvalue 0.6.
        MarkovChainResult result = Estimate([[0.7, 0.3], [0.1, 0.9]], 2);

        result.Stationary.ShouldBe([0.25, 0.75], tolerance: 1e-15);
        result.ToOutputs().All["mean_recurrence"].Numbers!.ShouldBe([4, 4.0 / 3], tolerance: 1e-13);
        result.MeanFirstPassage.ShouldBe([0, 1 / 0.3, 10, 0], tolerance: 1e-12);
        result.TransitionPower.ShouldBe([0.52, 0.48, 0.16, 0.84], tolerance: 1e-15);
        result.Shorrocks.ShouldBe(0.4, tolerance: 1e-15);
        result.EigenvalueMobility.ShouldBe(0.4, tolerance: 1e-14);
        result.HalfLife.ShouldBe(Math.Log(2) / -Math.Log(0.6), tolerance: 1e-12);
        result.Notes.ShouldBeEmpty();
    }

    [Fact]
    public void Shares_stay_as_they_are_and_passages_meet_their_equations() => Chains.Sample(chain =>
    {
        MarkovChainResult result = Estimate(chain);
        int n = chain.Length;
        double[] next = [.. Enumerable.Range(0, n).Select(j => Enumerable.Range(0, n).Sum(i => result.Stationary[i] * chain[i][j]))];
        // m_ij = 1 + Σ_k≠j p_ik m_kj, also for the return to j, whose mean is 1/π_j.
        double[] steps = [.. Enumerable.Range(0, n * n).Select(cell =>
            1 + Enumerable.Range(0, n).Sum(k => chain[cell / n][k] * result.MeanFirstPassage[(k * n) + (cell % n)]))];
        double[] passages = [.. Enumerable.Range(0, n * n).Select(cell =>
            cell / n == cell % n ? 1 / result.Stationary[cell / n] : result.MeanFirstPassage[cell])];
        return Bits.Close(next, result.Stationary, relative: 1e-12) && Bits.Close(steps, passages, relative: 1e-8)
            && Math.Abs(result.Stationary.Sum() - 1) < 1e-12 && result.EigenvalueMobility is >= 0 and <= 1;
    });

    [Fact]
    public void The_names_and_order_of_states_do_not_matter() => Chains.Sample(chain =>
    {
        int n = chain.Length;
        MarkovChainResult result = Estimate(chain);
        MarkovChainResult turned = Estimate([.. chain.Reverse().Select(row => row.Reverse().ToArray())]);
        return Bits.Close([.. turned.Stationary.Reverse()], result.Stationary, relative: 1e-11)
            && Bits.Close([.. turned.MeanFirstPassage.Reverse()], result.MeanFirstPassage, relative: 1e-8)
            && Bits.Close([turned.EigenvalueMobility, turned.Shorrocks], [result.EigenvalueMobility, result.Shorrocks], relative: 1e-9);
    });

    [Fact]
    public void A_power_is_the_chain_taken_so_many_times() => Gen.Select(Chains, Gen.Int[0, 9]).Sample((chain, power) =>
    {
        Matrix<double> one = Matrix<double>.Build.DenseOfRowArrays(chain);
        Matrix<double> product = Matrix<double>.Build.DenseIdentity(chain.Length);
        for (int step = 0; step < power; step++)
        {
            product *= one;
        }

        return Bits.Close(Estimate(chain, power).TransitionPower, product.ToRowMajorArray(), relative: 1e-12);
    });

    [Fact]
    public void Passages_through_states_that_are_left_for_good_are_solved_one_by_one()
    {
        // a → b → c, where c is never left: b is reached surely from a alone, c from both.
        MarkovChainResult result = Estimate([[0.5, 0.5, 0], [0, 0.8, 0.2], [0, 0, 1]]);

        result.Stationary.ShouldBe([0, 0, 1]);
        double[] steps = [0, 2, 7, double.PositiveInfinity, 0, 5, double.PositiveInfinity, double.PositiveInfinity, 0];
        Bits.Close(result.MeanFirstPassage, steps, relative: 1e-12).ShouldBeTrue();
        result.ToOutputs().All["mean_recurrence"].Numbers!.ShouldBe([double.PositiveInfinity, double.PositiveInfinity, 1]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("s0, s1");
    }

    [Fact]
    public void A_target_that_may_be_missed_is_infinitely_far()
    {
        // From a the chain ends in b or in c, each half of the time.
        MarkovChainResult result = Estimate([[0, 0.5, 0.5], [0, 1, 0], [0, 0, 1]]);

        result.MeanFirstPassage[1].ShouldBe(double.PositiveInfinity);
        result.Stationary.ShouldAllBe(share => double.IsNaN(share));
        result.HalfLife.ShouldBe(double.PositiveInfinity);
        result.Notes.Select(note => note.Code).ShouldBe(["depends-on-start", "transient-states"]);
    }

    [Fact]
    public void A_chain_with_a_period_has_shares_of_time_and_never_forgets()
    {
        MarkovChainResult result = Estimate([[0, 1], [1, 0]]);

        result.Stationary.ShouldBe([0.5, 0.5]);
        (result.EigenvalueMobility, result.HalfLife).ShouldBe((0, double.PositiveInfinity));
        result.Shorrocks.ShouldBe(2);
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("periodic");
    }

    [Fact]
    public void Rare_states_keep_their_digits()
    {
        MarkovChainResult result = Estimate([[1 - 1e-12, 1e-12], [0.5, 0.5]]);

        (result.Stationary[1] / 2e-12).ShouldBe(1, tolerance: 1e-4); // 1 − 1e-12 itself is rounded to 1e-16
    }

    [Fact]
    public void Wrong_transitions_are_refused_with_state_and_value()
    {
        Should.Throw<ArgumentException>(() => Estimate([[0.7, 0.2], [0.1, 0.9]])).Message.ShouldContain("those from s0 add to 0.8999");
        Should.Throw<ArgumentException>(() => Estimate([[1.1, -0.1], [0.1, 0.9]])).Message.ShouldContain("row 1 was s0 to s0, 1.1");
        Should.Throw<ArgumentException>(() => MarkovChain.Estimate(new TransitionTable(["a", "a"], ["a", "a"], [0.5, 0.5])))
            .Message.ShouldContain("at least two states; it held 1");
        Should.Throw<ArgumentException>(() => MarkovChain.Estimate(new TransitionTable(["a", "a", "b"], ["b", "b", "a"], [0.5, 0.5, 1])))
            .Message.ShouldContain("row 2 was a to b");
        Should.Throw<ArgumentException>(() => MarkovChain.Estimate(new TransitionTable(["a"], ["b"], [1]))).Message.ShouldContain("those from b add to 0");
        Should.Throw<ArgumentOutOfRangeException>(() => new MarkovChainOptions { Power = -1 });
    }

    private static MarkovChainResult Estimate(double[][] chain, int power = 1)
    {
        (int From, int To)[] pairs = [.. Enumerable.Range(0, chain.Length).SelectMany(from => Enumerable.Range(0, chain.Length).Select(to => (from, to)))];
        return MarkovChain.Estimate(
            new TransitionTable(
                [.. pairs.Select(pair => $"s{pair.From}")], [.. pairs.Select(pair => $"s{pair.To}")], [.. pairs.Select(pair => chain[pair.From][pair.To])]),
            new() { Power = power },
            cancellationToken: TestContext.Current.CancellationToken);
    }
}
