// Checks that the README's main command did its job: standardised inputs reach a loss below 0.005 with every training
// row right; raw inputs end above 0.02. Usage: dotnet run check-compare.cs -- compare.json compare.svg
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
using var json = JsonDocument.Parse(File.ReadAllBytes(args[0]));
var variants = json.RootElement.GetProperty("variants").EnumerateArray().ToDictionary(
    variant => variant.GetProperty("settings").GetProperty("standardize").GetBoolean(),
    variant => variant.GetProperty("final"));

double standardised = variants[true].GetProperty("loss").GetDouble();
double accuracy = variants[true].GetProperty("accuracy").GetDouble();
double raw = variants[false].GetProperty("loss").GetDouble();
Console.WriteLine($"standardised: loss {standardised}, accuracy {accuracy}; raw: loss {raw}");

bool pictured = XDocument.Load(args[1]).Root?.Name.LocalName == "svg";
bool ok = standardised < 0.005 && accuracy == 1 && raw > 0.02 && pictured;
Console.WriteLine(ok ? "as it should be" : "NOT as it should be: expected standardised loss < 0.005, accuracy 1, raw loss > 0.02, and a picture");
return ok ? 0 : 1;
