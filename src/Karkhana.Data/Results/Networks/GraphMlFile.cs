using System.Globalization;
using System.Xml;
using Karkhana.Core.Tables;

namespace Karkhana.Data.Results.Networks;

/// <summary>Writes GraphML: each attribute is declared with its type, missing values are left out.</summary>
/// <remarks>Source: graphml.graphdrawing.org, GraphML 1.0. Agrees with: networkx, which reads it back.</remarks>
public static class GraphMlFile
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="stream">Where to write; it stays open.</param>
    public static void Write(NetworkTables network, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        using XmlWriter xml = XmlWriter.Create(stream, AttributeText.Settings);
        xml.WriteStartElement("graphml", Namespace);
        Declare(xml, "node", "n", network.NodeAttributes);
        Declare(xml, "edge", "e", network.TieAttributes);
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "network");
        xml.WriteAttributeString("edgedefault", "directed");
        IReadOnlyList<string> ids = network.Ids;
        for (int node = 0; node < ids.Count; node++)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", AttributeText.Visible(ids[node]));
            WriteValues(xml, "n", network.NodeAttributes, node);
            xml.WriteEndElement();
        }

        for (int tie = 0; tie < network.Ties.RowCount; tie++)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", AttributeText.Visible(network.Ties.Texts("from")[tie]!));
            xml.WriteAttributeString("target", AttributeText.Visible(network.Ties.Texts("to")[tie]!));
            WriteValues(xml, "e", network.TieAttributes, tie);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Declare(XmlWriter xml, string what, string prefix, IEnumerable<Column> attributes)
    {
        int number = 0;
        foreach (Column attribute in attributes)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", Key(prefix, number++));
            xml.WriteAttributeString("for", what);
            xml.WriteAttributeString("attr.name", attribute.Name);
            xml.WriteAttributeString("attr.type", AttributeText.Type(attribute));
            xml.WriteEndElement();
        }
    }

    private static void WriteValues(XmlWriter xml, string prefix, IEnumerable<Column> attributes, int row)
    {
        int number = 0;
        foreach (Column attribute in attributes)
        {
            string key = Key(prefix, number++);
            if (AttributeText.Value(attribute[row]) is { } value)
            {
                xml.WriteStartElement("data", Namespace);
                xml.WriteAttributeString("key", key);
                xml.WriteString(value);
                xml.WriteEndElement();
            }
        }
    }

    private static string Key(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
