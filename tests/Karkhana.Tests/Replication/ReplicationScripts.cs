using Karkhana.Data.Results;
using Karkhana.Replication;
using Xunit;

namespace Karkhana.Tests.Replication;

/// <summary>A folder of scripts that goes away when it is no longer needed.</summary>
internal sealed class ReplicationScripts : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("karkhana-").FullName;

    public string Path => System.IO.Path.Combine(Root, "results", "r");

    public void Write(SampleTables? tables, IReadOnlyList<EquationGroup> groups, IReadOnlyList<ModelScript> models, bool synthetic = true)
    {
        using ResultsFolder results = ResultsFolder.Begin(System.IO.Path.Combine(Root, "results"));
        ReplicationFolder.Write(tables, groups, models, ("made-up", 1, synthetic), results, TestContext.Current.CancellationToken);
        results.Complete(new Manifest("made-up", synthetic, "1", 1, new Dictionary<string, string>(), [], [], new Dictionary<string, double>()));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
