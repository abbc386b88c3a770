namespace Karkhana.Methods.Spatial;

/// <summary>The types of a register with their points, and the sizes among them that draws must serve.</summary>
internal sealed class RegisterTypes
{
    public RegisterTypes(PointPattern points, int leastPoints)
    {
        Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
        for (int i = 0; i < points.Types.Length; i++)
        {
            if (!byName.TryGetValue(points.Types[i], out List<int>? members))
            {
                byName.Add(points.Types[i], members = []);
            }

            members.Add(i);
        }

        All = [.. byName.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value.ToArray()))];
        Tested = [.. All.Where(type => type.Points.Length >= leastPoints && type.Points.Length < points.Count)];
        Sizes = [.. Tested.Select(type => type.Points.Length).Distinct().Order()];
    }

    /// <summary>Gets all types by name, each with its points in the order they came.</summary>
    public (string Name, int[] Points)[] All { get; }

    /// <summary>Gets those with enough points and fewer than all.</summary>
    public (string Name, int[] Points)[] Tested { get; }

    /// <summary>Gets the different sizes of the tested types, ascending.</summary>
    public int[] Sizes { get; }

    /// <summary>Gives the position of a size.</summary>
    public int SizeOf(int points) => Array.BinarySearch(Sizes, points);
}
