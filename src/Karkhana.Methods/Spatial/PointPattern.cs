using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Spatial;

/// <summary>Points on a plane with a type and a weight.</summary>
public sealed record PointPattern
{
    private const double Farthest = 1e100; // beyond it squared distances would overflow

    /// <summary>Gets the eastings.</summary>
    public required double[] X { get; init; }

    /// <summary>Gets the northings, in the unit of the eastings.</summary>
    public required double[] Y { get; init; }

    /// <summary>Gets the type of each point; empty when all are of one type.</summary>
    public string[] Types { get; init; } = [];

    /// <summary>Gets the weight of each point; empty when each weighs 1.</summary>
    public double[] Weights { get; init; } = [];

    /// <summary>Gets the number of points.</summary>
    public int Count => X.Length;

    /// <summary>Reads the input <c>points</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The pattern.</returns>
    public static PointPattern Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable table = request.Table("points");
        return new PointPattern
        {
            X = table.CompleteNumbers("x"),
            Y = table.CompleteNumbers("y"),
            Types = table.OptionalTexts("type") ?? [],
            Weights = table.Has("weight") ? table.CompleteNumbers("weight") : [],
        };
    }

    /// <summary>Gives the weights, 1 for each point when there are none.</summary>
    /// <returns>A new array.</returns>
    internal double[] WeightsOrOnes()
    {
        if (Weights.Length > 0)
        {
            return [.. Weights];
        }

        double[] ones = new double[Count];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>Says which points are of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>One flag per point.</returns>
    internal bool[] Are(string type)
    {
        bool[] flags = new bool[Count];
        for (int i = 0; i < flags.Length; i++)
        {
            flags[i] = Types.Length == 0 || Types[i] == type;
        }

        return flags;
    }

    /// <summary>Refuses coordinates that are not finite, weights below zero and lists of different length.</summary>
    internal void Check()
    {
        Require.SameLength(Count, Y.Length, nameof(Y));
        if (Types.Length > 0)
        {
            Require.SameLength(Count, Types.Length, nameof(Types));
        }

        if (Weights.Length > 0)
        {
            Require.SameLength(Count, Weights.Length, nameof(Weights));
        }

        for (int i = 0; i < Count; i++)
        {
            if (!(Math.Abs(X[i]) <= Farthest && Math.Abs(Y[i]) <= Farthest)) // the words are made only when needed: this runs over millions of points
            {
                Require.That(
                    false, nameof(X),
                    FormattableString.Invariant($"and Y must be finite and at most 1e100 in size; point {i + 1} was ({X[i]}, {Y[i]})"));
            }

            if (Weights.Length > 0 && !(Weights[i] >= 0 && double.IsFinite(Weights[i])))
            {
                Require.That(
                    false, nameof(Weights),
                    FormattableString.Invariant($"must be zero or greater; point {i + 1} had {Weights[i]}"));
            }
        }
    }
}
