import type { FieldKind } from '../../identity/matching/field-kind.ts';

/** How columns are usually called that hold each kind of field: without case, blanks and signs. */
const USUAL: { readonly [kind in FieldKind | 'id']: readonly string[] } = {
  id: [
    'id',
    'recid',
    'recordid',
    'uniqueid',
    'rowid',
    'customerid',
    'clientid',
    'personid',
    'key',
    'leftid',
    'rightid',
  ],
  'given name': [
    'givenname',
    'givennames',
    'firstname',
    'forename',
    'first',
    'fname',
    'vorname',
    'prenom',
    'nombre',
  ],
  'family name': [
    'familyname',
    'surname',
    'lastname',
    'last',
    'lname',
    'nachname',
    'nom',
    'apellido',
    'apellidos',
  ],
  name: ['name', 'fullname', 'customername', 'clientname', 'displayname', 'contactname', 'personname'],
  'date of birth': [
    'dateofbirth',
    'dob',
    'birthdate',
    'birthday',
    'birth',
    'born',
    'geburtsdatum',
    'datenaissance',
  ],
  handle: ['handle', 'username', 'screenname', 'useralias'],
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'emails'],
  phone: [
    'phone',
    'phonenumber',
    'telephone',
    'telephonenumber',
    'tel',
    'mobile',
    'mobilephone',
    'cell',
    'cellphone',
    'phonenum',
  ],
  'street number': [
    'streetnumber',
    'streetno',
    'streetnum',
    'housenumber',
    'houseno',
    'housenum',
    'hausnummer',
  ],
  street: [
    'street',
    'streetname',
    'address1',
    'addressline1',
    'address',
    'streetaddress',
    'strasse',
    'rue',
    'calle',
  ],
  address: ['address2', 'addressline2'],
  locality: [
    'suburb',
    'city',
    'town',
    'locality',
    'place',
    'ort',
    'stadt',
    'ville',
    'ciudad',
    'municipality',
  ],
  postcode: ['postcode', 'postalcode', 'zip', 'zipcode', 'plz', 'pincode', 'codepostal'],
  state: ['state', 'province', 'county', 'region', 'territory', 'bundesland'],
  identifier: [
    'ssn',
    'socsecid',
    'socialsecuritynumber',
    'socialsecurityid',
    'nationalid',
    'nationalidnumber',
    'taxid',
    'passport',
    'passportnumber',
    'nhsnumber',
    'accountnumber',
    'account',
    'membernumber',
    'driverslicence',
    'driverslicense',
  ],
};

const KIND_OF = new Map(
  Object.entries(USUAL).flatMap(([kind, names]) =>
    names.map((name) => [name, kind as FieldKind | 'id'] as const),
  ),
);

/** What a column holds, by its name; undefined: nobody knows. */
export function usualKind(column: string): FieldKind | 'id' | undefined {
  return KIND_OF.get(
    column
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
}
