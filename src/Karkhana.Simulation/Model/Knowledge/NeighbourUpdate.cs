namespace Karkhana.Simulation;

/// <summary>Changes rows of neighbours after firms came and left.</summary>
/// <remarks>
/// Those who left drop out; those who came have the rows that a search finds, and come into the rows of their neighbours, in
/// the place of the farthest where a row is full. A full row that loses members is not filled up from beyond them. Cost: a look at
/// each entry, and a search for each that came.
/// </remarks>
internal static class NeighbourUpdate
{
    /// <summary>Changes the rows.</summary>
    /// <param name="rows">The rows of one run alone.</param>
    /// <param name="firms">The firms.</param>
    /// <param name="search">Reach, decay and limit.</param>
    public static void Apply(NeighbourRows rows, FirmColumns firms, NeighbourSearch search)
    {
        bool[] alive = new bool[rows.Count];
        for (int place = 0; place < alive.Length; place++)
        {
            alive[place] = firms.Alive[rows.Order[place]];
        }

        for (int place = 0; place < alive.Length; place++)
        {
            int row = rows.Order[place];
            if (alive[place])
            {
                rows.DropDead(row, alive);
            }
            else
            {
                rows.Clear(row);
            }
        }

        if (firms.Count > rows.Count)
        {
            Enter(rows, firms, search);
        }
    }

    private static void Enter(NeighbourRows rows, FirmColumns firms, NeighbourSearch search)
    {
        int before = rows.Count;
        rows.Extend(firms.Count);
        int[] alive = NeighbourRows.AliveOf(firms);
        int position = Array.BinarySearch(alive, before);
        position = position < 0 ? ~position : position; // of the first that came and is still there
        if (position == alive.Length)
        {
            return;
        }

        NeighbourFinder finder = new(firms, alive, search, alive.Length - position);
        int most = Math.Min(search.Limit, alive.Length);
        (int[] near, double[] weights) = (new int[most], new double[most]);
        bool[] grown = new bool[before];
        for (; position < alive.Length; position++)
        {
            int found = finder.Find(position, near, weights);
            for (int i = 0; i < found && near[i] < before; i++)
            {
                rows.Enter(near[i], alive[position], weights[i], search.Limit);
                grown[near[i]] = true;
            }

            rows.Write(alive[position], near.AsSpan(0, found), weights.AsSpan(0, found), search.Limit);
        }

        for (int row = 0; row < before; row++)
        {
            if (grown[row])
            {
                rows.AddUp(row);
            }
        }
    }
}
