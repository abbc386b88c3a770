using Karkhana.Core.Errors;

namespace Karkhana.Methods.Spatial;

/// <summary>Chooses the points of a type.</summary>
internal static class PointSelection
{
    /// <summary>Gives one flag per point; null takes all.</summary>
    public static bool[] Of(PointPattern points, string? type, string name)
    {
        if (type is null)
        {
            bool[] all = new bool[points.Count];
            Array.Fill(all, true);
            return all;
        }

        Require.That(points.Types.Length > 0, name, $"must be null, because the points carry no types; it was {type}");
        bool[] selected = points.Are(type);
        Require.That(selected.Contains(true), name, $"must be a type of the points; none is of type {type}");
        return selected;
    }

    /// <summary>Gives 1 for each selected point and 0 for the rest.</summary>
    public static double[] Ones(bool[] selected) => [.. selected.Select(chosen => chosen ? 1.0 : 0.0)];
}
