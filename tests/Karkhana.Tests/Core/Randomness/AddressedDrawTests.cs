using CsCheck;
using Karkhana.Core.Randomness;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Randomness;

public sealed class AddressedDrawTests
{
    private const int Many = 20_000;

    [Fact]
    public void A_number_is_half_of_the_block_of_its_address()
    {
        AddressedDraw draw = new(2003, 5);
        PhiloxBlock block = Philox.Block(new PhiloxBlock((7u << 8) | 3, 11, 5, (uint)RandomPurpose.TieChange), 2003);

        draw.Uniform(RandomPurpose.TieChange, 7, 11, 6).ShouldBe(Open(block.Word0, block.Word1));
        draw.Uniform(RandomPurpose.TieChange, 7, 11, 7).ShouldBe(Open(block.Word2, block.Word3));
        draw.Gaussian(RandomPurpose.TieChange, 7, 11, 3).ShouldBe(
            Math.Sqrt(-2 * Math.Log(Open(block.Word0, block.Word1))) * Math.Cos(2 * Math.PI * Open(block.Word2, block.Word3)));

        static double Open(uint high, uint low) => (((((ulong)high << 32) | low) >> 12) + 0.5) / Math.Pow(2, 52);
    }

    [Fact]
    public void No_two_addresses_have_the_same_number()
    {
        HashSet<double> seen = [];
        foreach (RandomPurpose purpose in new[] { RandomPurpose.TieChange, RandomPurpose.WorkerMove })
        {
            foreach (int replicate in new[] { 0, 1, 2 })
            {
                AddressedDraw draw = new(7, replicate);
                foreach (int agent in new[] { -1, 0, 1, int.MaxValue })
                {
                    foreach (int step in new[] { 0, 1, 255, (1 << 24) - 1 })
                    {
                        for (int index = 0; index < 512; index++)
                        {
                            seen.Add(draw.Uniform(purpose, step, agent, index)).ShouldBeTrue();
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Numbers_of_an_address_depend_on_nothing_else() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 1000], Gen.Int[0, 100_000], Gen.Int).Sample((seed, replicate, step, agent) =>
        {
            double first = new AddressedDraw(seed, replicate).Uniform(RandomPurpose.Example, step, agent, 4);
            AddressedDraw other = new(seed, replicate);
            other.Gaussian(RandomPurpose.Example, step, agent, 9);
            return first is > 0 and < 1 && other.Uniform(RandomPurpose.Example, step, agent, 4) == first
                && new AddressedDraw(seed + 1, replicate).Uniform(RandomPurpose.Example, step, agent, 4) != first;
        });

    [Theory]
    [InlineData("agent")]
    [InlineData("step")]
    [InlineData("index")]
    [InlineData("replicate")]
    public void Along_each_part_of_the_address_numbers_are_uniform_and_normal_and_unrelated(string along)
    {
        double[] uniform = [.. Enumerable.Range(0, Many).Select(i => Uniform(along, i))];
        double[] normal = [.. Enumerable.Range(0, Many).Select(i => Gaussian(along, i))];

        uniform.Average().ShouldBe(0.5, 4 * Math.Sqrt(1.0 / 12 / Many));
        uniform.Average(value => (value - 0.5) * (value - 0.5)).ShouldBe(1.0 / 12, 4 * Math.Sqrt(1.0 / 180 / Many));
        uniform.Zip(uniform.Skip(1)).Average(pair => (pair.First - 0.5) * (pair.Second - 0.5)).ShouldBe(0, 4.0 / 12 / Math.Sqrt(Many));
        normal.Average().ShouldBe(0, 4 / Math.Sqrt(Many));
        normal.Average(value => value * value).ShouldBe(1, 4 * Math.Sqrt(2.0 / Many));
        normal.Zip(normal.Skip(1)).Average(pair => pair.First * pair.Second).ShouldBe(0, 4 / Math.Sqrt(Many));
    }

    [Fact]
    public void Sources_are_equal_when_seed_and_replicate_are()
    {
        (new AddressedDraw(1, 2) == new AddressedDraw(1, 2)).ShouldBeTrue();
        (new AddressedDraw(1, 2) != new AddressedDraw(1, 3)).ShouldBeTrue();
        new AddressedDraw(1, 2).Equals((object)new AddressedDraw(2, 2)).ShouldBeFalse();
        new AddressedDraw(1, 2).GetHashCode().ShouldBe(new AddressedDraw(1, 2).GetHashCode());
    }

    // An index has 512 places: the rest goes to the step.
    private static double Uniform(string along, int i) => along switch
    {
        "agent" => new AddressedDraw(3, 0).Uniform(RandomPurpose.Example, 0, i),
        "step" => new AddressedDraw(3, 0).Uniform(RandomPurpose.Example, i, 0),
        "index" => new AddressedDraw(3, 0).Uniform(RandomPurpose.Example, i / 512, 0, i % 512),
        _ => new AddressedDraw(3, i).Uniform(RandomPurpose.Example, 0, 0),
    };

    private static double Gaussian(string along, int i) => along switch
    {
        "agent" => new AddressedDraw(3, 0).Gaussian(RandomPurpose.Example, 0, i),
        "step" => new AddressedDraw(3, 0).Gaussian(RandomPurpose.Example, i, 0),
        "index" => new AddressedDraw(3, 0).Gaussian(RandomPurpose.Example, i / 256, 0, i % 256),
        _ => new AddressedDraw(3, i).Gaussian(RandomPurpose.Example, 0, 0),
    };
}
