using Karkhana.Core.Errors;

namespace Karkhana.Methods.Experiments;

/// <summary>The ranges of the inputs of a model.</summary>
internal static class InputBounds
{
    /// <summary>Returns the bounds when each is a pair of finite numbers, the lower one first.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Checked(IReadOnlyList<IReadOnlyList<double>> bounds, string name)
    {
        ArgumentNullException.ThrowIfNull(bounds, name);
        Require.That(bounds.Count > 0, name, "must hold one pair per input; it was empty");
        for (int input = 0; input < bounds.Count; input++)
        {
            IReadOnlyList<double>? range = bounds[input];
            bool pair = range is { Count: 2 } && double.IsFinite(range[0]) && double.IsFinite(range[1])
                && range[0] < range[1] && double.IsFinite(range[1] - range[0]);
            Require.That(pair, name, pair ? "" : FormattableString.Invariant(
                $"must hold pairs of finite numbers [low, high] with low < high; that of input {input + 1} was [{string.Join(", ", range ?? [])}]"));
        }

        return bounds;
    }

    /// <summary>Gives the bounds as a text for provenance.</summary>
    public static string Text(IReadOnlyList<IReadOnlyList<double>> bounds) =>
        "[" + string.Join(", ", bounds.Select(range => FormattableString.Invariant($"[{range[0]}, {range[1]}]"))) + "]";
}
