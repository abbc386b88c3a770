namespace Karkhana.Methods.Econometrics;

/// <summary>The cluster of each row that a regression uses, numbered from 0 in order of appearance.</summary>
internal sealed record ClusterGroups(int[] ByRow, int Count)
{
    public static ClusterGroups Of(
        IReadOnlyList<string> codes, int[] rows) => Number([.. rows.Select(row => codes[row])]);

    public static ClusterGroups Intersection(ClusterGroups left, ClusterGroups right) =>
        Number([.. left.ByRow.Zip(right.ByRow)]);

    public static ClusterGroups Number<T>(T[] keys)
        where T : notnull
    {
        Dictionary<T, int> numbers = [];
        int[] groups = new int[keys.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            if (!numbers.TryGetValue(keys[row], out groups[row]))
            {
                groups[row] = numbers.Count;
                numbers.Add(keys[row], groups[row]);
            }
        }

        return new ClusterGroups(groups, numbers.Count);
    }
}
