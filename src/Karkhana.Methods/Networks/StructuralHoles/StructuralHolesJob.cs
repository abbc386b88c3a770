using Karkhana.Core.Execution;

namespace Karkhana.Methods.Networks;

/// <summary>Constraint, effective size and hierarchy of each node: one walk over the contacts of its contacts.</summary>
/// <param name="merged">The network with strengths of both directions added.</param>
/// <param name="strength">The summed strength of each node.</param>
/// <param name="strongest">The greatest strength of a tie of each node.</param>
internal sealed class StructuralHolesJob(Graph merged, double[] strength, double[] strongest) : IReplicateJob<ReplicateRows>
{
    public const int Width = 3;

    public string Stage => "contacts of contacts";

    public int Replicates => merged.NodeCount;

    public int BlockSize => Math.Max(256, merged.NodeCount / 32);

    public ReplicateRows Run(ReplicateRange range, CancellationToken cancellationToken)
    {
        double[] rows = new double[range.Count * Width];
        double[] indirect = new double[merged.NodeCount];
        double[] redundant = new double[merged.NodeCount];
        for (int node = range.First; node < range.End; node++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(node, indirect, redundant);
            Collect(node, indirect, redundant, rows.AsSpan((node - range.First) * Width, Width));
        }

        return new ReplicateRows(Width, rows);
    }

    // Contacts of contacts are found by way of q, as are strangers at distance two; only what was written is cleared.
    private void Add(int node, double[] indirect, double[] redundant)
    {
        ReadOnlySpan<int> contacts = merged.Targets(node);
        ReadOnlySpan<double> values = merged.Values(node);
        for (int k = 0; k < contacts.Length; k++)
        {
            double share = values[k] / strength[node];
            double onwardShare = share / strength[contacts[k]];
            ReadOnlySpan<int> onward = merged.Targets(contacts[k]);
            ReadOnlySpan<double> onwardValues = merged.Values(contacts[k]);
            for (int q = 0; q < onward.Length; q++)
            {
                indirect[onward[q]] += onwardShare * onwardValues[q];
                redundant[onward[q]] += share * (onwardValues[q] / strongest[onward[q]]);
            }
        }
    }

    private void Collect(int node, double[] indirect, double[] redundant, Span<double> row)
    {
        ReadOnlySpan<int> contacts = merged.Targets(node);
        ReadOnlySpan<double> values = merged.Values(node);
        double n = contacts.Length;
        (double constraint, double effective) = (0, 0);
        double[] parts = new double[contacts.Length];
        for (int k = 0; k < contacts.Length; k++)
        {
            double dependence = (values[k] / strength[node]) + indirect[contacts[k]];
            parts[k] = dependence * dependence;
            constraint += parts[k];
            effective += 1 - redundant[contacts[k]];
        }

        double uneven = 0;
        foreach (double part in parts)
        {
            double ratio = part * n / constraint;
            uneven += ratio > 0 ? ratio * Math.Log(ratio) : 0;
        }

        row[0] = n == 0 ? double.NaN : constraint;
        row[1] = n == 0 ? double.NaN : effective;
        row[2] = n < 2 ? double.NaN : uneven / (n * Math.Log(n));
        Clear(contacts, indirect, redundant);
    }

    private void Clear(ReadOnlySpan<int> contacts, double[] indirect, double[] redundant)
    {
        foreach (int contact in contacts)
        {
            foreach (int onward in merged.Targets(contact))
            {
                (indirect[onward], redundant[onward]) = (0, 0);
            }
        }
    }
}
