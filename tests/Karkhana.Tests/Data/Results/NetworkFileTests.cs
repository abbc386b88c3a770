using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using Karkhana.Core.Tables;
using Karkhana.Data.Results.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Results;

public sealed class NetworkFileTests
{
    private static readonly NetworkTables Three = NetworkTables.Of(
        Table.Of(
            "nodes",
            Column.Of("id", ["1", "2", "3"]),
            Column.Of("place", ["Gujrat <\u0001&>", null, "گجرات"]),
            Column.Of("workers", [1.5, double.NaN, 3]),
            Column.Of("rank", [7, 8, 9]),
            Column.Of("clustered", [true, false, true])),
        Table.Of(
            "ties",
            Column.Of("from", ["1", "1", "2"]),
            Column.Of("to", ["2", "2", "3"]),
            Column.Of("kind", ["advice", "kin", "advice"]),
            Column.Of("value", [0.1, 2, 3])));

    // What python3 is may be a shim that does not see the packages of the system.
    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3", "python"];

    private delegate void Writer(NetworkTables network, Stream stream);

    [Fact]
    public void Every_attribute_is_declared_with_its_type()
    {
        XDocument graphMl = XDocument.Parse(Text(GraphMlFile.Write));
        XNamespace g = graphMl.Root!.Name.Namespace;
        graphMl.Descendants(g + "key").Select(key => (key.Attribute("for")!.Value, key.Attribute("attr.name")!.Value, key.Attribute("attr.type")!.Value))
            .ShouldBe(
            [
                ("node", "place", "string"), ("node", "workers", "double"), ("node", "rank", "long"), ("node", "clustered", "boolean"),
                ("edge", "kind", "string"), ("edge", "value", "double"),
            ]);
        graphMl.Descendants(g + "node").ElementAt(1).Elements().Select(data => data.Value).ShouldBe(["8", "false"]);
        graphMl.Descendants(g + "node").First().Elements().First().Value.ShouldBe("Gujrat <&>");

        XDocument gexf = XDocument.Parse(Text(GexfFile.Write));
        XNamespace x = gexf.Root!.Name.Namespace;
        gexf.Descendants(x + "attribute").Select(attribute => (attribute.Parent!.Attribute("class")!.Value, attribute.Attribute("title")!.Value, attribute.Attribute("type")!.Value))
            .ShouldBe(
            [
                ("node", "place", "string"), ("node", "workers", "double"), ("node", "rank", "long"), ("node", "clustered", "boolean"),
                ("edge", "kind", "string"), ("edge", "value", "double"),
            ]);
        gexf.Descendants(x + "edge").Count().ShouldBe(3);
    }

    [Theory]
    [InlineData("networkx", "graphml")]
    [InlineData("networkx", "gexf")]
    [InlineData("igraph", "graphml")]
    public void Another_program_reads_the_file_where_it_is_installed(string program, string format)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("karkhana-network").FullName, $"network.{format}");
        File.WriteAllText(file, Text(format == "gexf" ? GexfFile.Write : GraphMlFile.Write));
        string script = program == "igraph"
            ? "import igraph,sys; g=igraph.Graph.Read_GraphML(sys.argv[1]); print(g.vcount(),g.ecount(),g.is_directed(),g.vs['workers'][0],g.vs['clustered'][0],g.es['value'][0],g.vs['place'][2])"
            : "import networkx as n,sys; g=n.read_" + format + "(sys.argv[1]); v=g.nodes['1']; e=list(g.edges(data=True)); "
                + "print(len(g),len(e),g.is_directed(),v['workers'],v['clustered'],e[0][2]['value'],g.nodes['3']['place'])";
        string? python = Interpreters.FirstOrDefault(one => Run(one, ["-c", $"import {program}"]) is { ExitCode: 0 });
        Assert.SkipWhen(python is null, $"No Python that can import {program} was found (Debian: python3-{program}).");
        (int _, string said, string errors) = Run(python!, ["-c", script, file])!.Value;

        said.Trim().ShouldBe("3 3 True 1.5 True 0.1 گجرات", errors);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void A_network_that_does_not_hold_together_is_refused()
    {
        Table ties = Table.Of("ties", Column.Of("from", ["1"]), Column.Of("to", ["4"]));
        Should.Throw<ArgumentException>(() => NetworkTables.Of(Three.Nodes, ties)).Message.ShouldContain("there was 4");
        Should.Throw<ArgumentException>(() => NetworkTables.Of(Table.Of("nodes", Column.Of("id", ["1", "1"])), ties)).Message.ShouldContain("there was 1");
    }

    private static (int ExitCode, string Said, string Errors)? Run(string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, said, errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Text(Writer write)
    {
        using MemoryStream stream = new();
        write(Three, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
