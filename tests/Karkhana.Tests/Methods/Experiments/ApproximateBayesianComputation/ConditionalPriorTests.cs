using CsCheck;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

public sealed class ConditionalPriorTests
{
    private static readonly JointPrior Pair = new(
        [
            new ParameterPrior { Name = "a", Shape = PriorShape.Normal, Mean = 3, StandardDeviation = 2 },
            new ParameterPrior { Name = "b", Shape = PriorShape.Normal },
        ],
        new double[,] { { 1, 0.6 }, { 0.6, 1 } });

    [Fact]
    public void One_of_two_correlated_normals_given_the_other_is_worked_out_by_hand()
    {
        // a = 5 has score 1: b has mean 0.6 and standard deviation 0.8.
        double[] drawn = new double[1];

        Pair.Given([0]).Draw([5], [0], drawn);
        drawn[0].ShouldBe(0.6, 1e-9);
        Pair.Given([0]).Draw([5], [1], drawn);
        drawn[0].ShouldBe(1.4, 1e-9);
        Pair.Given([1]).Draw([-1], [0], drawn);
        drawn[0].ShouldBe(3 - (2 * 0.6), 1e-9);
    }

    [Fact]
    public void Given_nothing_it_is_the_prior_and_given_all_nothing_is_drawn()
    {
        double[] one = new double[2];
        double[] other = new double[2];
        Pair.Draw([0.3, -0.7], one);
        Pair.Given([]).Draw([], [0.3, -0.7], other);

        other[0].ShouldBe(one[0], 1e-9);
        other[1].ShouldBe(one[1], 1e-9);
        Pair.Given([0, 1]).Others.ShouldBeEmpty();
        Pair.Given([0, 1]).Draw([1, 1], [], []);
    }

    [Fact]
    public void A_value_lies_at_its_probability_in_every_shape() => Gen.Select(Gen.Int[0, 2], Gen.Double[0.001, 0.999]).Sample((shape, probability) =>
    {
        ParameterPrior prior = new() { Name = "a", Shape = (PriorShape)shape, Low = 0.2, High = 3, Mean = 1, StandardDeviation = 2 };
        return Math.Abs(prior.Probability(prior.Quantile(probability)) - probability) < 1e-9;
    });

    [Fact]
    public void Positions_that_do_not_exist_or_come_twice_are_refused()
    {
        Should.Throw<ArgumentException>(() => Pair.Given([2])).Message.ShouldContain("0 to 1");
        Should.Throw<ArgumentException>(() => Pair.Given([0, 0])).Message.ShouldContain("different");
        Should.Throw<ArgumentException>(() => Pair.Given([0]).Draw([1, 2], [0], new double[1]));
    }
}
